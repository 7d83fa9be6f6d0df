package io.undertone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertone.compose.Service.Mount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Prometheus asks everybody who has metrics, and Grafana asks it and the database. */
final class ObservabilityTest {
    private static final Path OBSERVABILITY =
            Stack.directory().resolve("../observability").normalize();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    @Test
    void every_process_of_flink_and_the_transcriber_are_scraped() throws IOException {
        Set<String> targets = new TreeSet<>();
        prometheus()
                .path("scrape_configs")
                .findValues("targets")
                .forEach(list -> list.forEach(target -> targets.add(target.asText())));
        Set<String> expected = new TreeSet<>(Set.of("transcriber:8000"));
        FlinkProcess.all()
                .forEach(process ->
                        expected.add(process + ":" + process.settings().get("metrics.reporter.prom.port")));
        assertThat(targets).isEqualTo(expected).hasSize(7);
    }

    @Test
    void prometheus_finds_its_file_and_beside_it_its_rules() throws IOException {
        Service prometheus = Stack.shipped().service("prometheus");
        assertThat(prometheus.command()).contains("--config.file=/etc/prometheus/prometheus.yaml");
        assertThat(prometheus.mounts())
                .contains(new Mount("../observability/prometheus.yaml", "/etc/prometheus/prometheus.yaml"));
        for (JsonNode rules : prometheus().path("rule_files")) {
            assertThat(prometheus.mounts())
                    .contains(new Mount("../observability/" + rules.asText(), "/etc/prometheus/" + rules.asText()));
        }
    }

    @Test
    void grafana_finds_sources_and_dashboards_and_has_the_variables_that_they_name() throws IOException {
        Service grafana = Stack.shipped().service("grafana");
        String sources = read("grafana/provisioning/datasources/datasources.yaml");
        String dashboards = ComposeYaml.parse(read("grafana/provisioning/dashboards/dashboards.yaml"))
                .at("/providers/0/options/path")
                .asText();
        assertThat(grafana.mounts())
                .contains(
                        new Mount("../observability/grafana/provisioning", "/etc/grafana/provisioning"),
                        new Mount("../observability/grafana/dashboards", dashboards));
        assertThat(VARIABLE.matcher(sources).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(grafana.environment()::containsKey);
    }

    @Test
    void grafana_reads_the_database_that_the_job_writes() throws IOException {
        Map<String, String> database = Stack.shipped().service("postgres").environment();
        JsonNode source = ComposeYaml.parse(read("grafana/provisioning/datasources/datasources.yaml"))
                .at("/datasources/1");
        assertThat(source.path("url").asText()).isEqualTo("postgres:5432");
        assertThat(source.path("user").asText()).isEqualTo(database.get("POSTGRES_USER"));
        assertThat(source.at("/jsonData/database").asText()).isEqualTo(database.get("POSTGRES_DB"));
        assertThat(source.at("/secureJsonData/password").asText()).isEqualTo("${POSTGRES_PASSWORD}");
    }

    private static JsonNode prometheus() throws IOException {
        return ComposeYaml.parse(read("prometheus.yaml"));
    }

    private static String read(String file) throws IOException {
        return Files.readString(OBSERVABILITY.resolve(file));
    }
}
