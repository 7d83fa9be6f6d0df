package io.undertone.local.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.undertone.local.observability.MetricsPage.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be seen of alerts, dashboards and their page without a running system. */
class ObservabilityFilesTest {
    private static final Map<String, Row> PAGE = MetricsPage.read().rows();

    @Test
    void an_alert_says_what_happened_why_and_where_to_read_on() {
        assertThat(AlertRule.all()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.annotations()).containsOnlyKeys("summary", "description", "runbook_url");
            assertThat(alert.annotations())
                    .containsEntry(
                            "runbook_url", "docs/operations.md#" + alert.name().toLowerCase(Locale.ROOT));
            assertThat(new ProjectFile("docs/operations.md").text())
                    .contains("<a id=\"%s\">".formatted(alert.name().toLowerCase(Locale.ROOT)));
            assertThat(alert.labels()).hasSize(1);
            assertThat(alert.labels().get("severity")).isIn("page", "ticket");
            assertThat(alert.query().selectors()).isNotEmpty();
        });
        assertThat(AlertRule.all()).extracting(AlertRule::name).doesNotHaveDuplicates();
    }

    @Test
    void the_page_names_the_alerts_of_each_metric() {
        Map<String, Set<String>> asked = new TreeMap<>();
        for (AlertRule alert : AlertRule.all()) {
            alert.query().selectors().stream()
                    .filter(selector -> PAGE.containsKey(selector.metric()))
                    .forEach(selector -> asked.computeIfAbsent(selector.metric(), metric -> new TreeSet<>())
                            .add(alert.name()));
        }
        assertThat(PAGE.values())
                .allSatisfy(row -> assertThat(row.alerts())
                        .as(row.metric())
                        .isEqualTo(asked.getOrDefault(row.metric(), Set.of())));
    }

    /** A histogram's parts have its name and an ending. */
    @Test
    void all_that_is_asked_for_is_documented() {
        assertThat(Observed.queries())
                .flatExtracting(PromQl::selectors)
                .extracting(Selector::metric)
                .allMatch(metric -> metric.equals("up")
                        || PAGE.containsKey(metric)
                        || PAGE.containsKey(metric.replaceFirst("_(sum|count|bucket)$", "")));
    }

    /** There would be ever more series. */
    @Test
    void no_label_is_of_calls_or_people() {
        assertThat(PAGE.values())
                .flatExtracting(Row::labels)
                .isNotEmpty()
                .noneMatch(label -> label.matches(".*(tenant|call|leg|stream|queue|agent|speaker|alert).*"));
    }

    @Test
    void what_only_rises_says_so_in_its_name() {
        assertThat(PAGE.values())
                .filteredOn(row ->
                        row.metric().contains("undertone") || row.metric().startsWith("transcriber"))
                .allSatisfy(row -> {
                    assertThat(row.metric().endsWith("_total"))
                            .as(row.metric())
                            .isEqualTo(row.type().equals("counter"));
                    assertThat(row.metric().endsWith("_ms"))
                            .as(row.metric())
                            .isEqualTo(row.unit().equals("ms"));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"operators", "analysts"})
    void a_dashboard_keeps_its_name_and_asks_where_there_is_something(String name) throws IOException {
        JsonNode dashboard = Dashboard.read(name).json();
        Set<String> provisioned = new TreeSet<>();
        JsonNode sources = new YAMLMapper()
                .readTree(new ProjectFile("deploy/observability/grafana/provisioning/datasources/datasources.yaml")
                        .text());
        sources.get("datasources")
                .forEach(source -> provisioned.add(source.get("uid").asText()));

        assertThat(dashboard.get("uid").asText()).isEqualTo("undertone-" + name);
        assertThat(Dashboard.read(name).questions())
                .isNotEmpty()
                .allSatisfy(question -> assertThat(question.datasource()).isIn(provisioned));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operators", "analysts"})
    void panels_have_names_of_their_own_and_do_not_lie_upon_each_other(String name) {
        List<String> cells = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (JsonNode panel : Dashboard.read(name).json().get("panels")) {
            ids.add(panel.get("id").asInt());
            titles.add(panel.get("title").asText());
            JsonNode place = panel.get("gridPos");
            for (int x = 0; x < place.get("w").asInt(); x++) {
                for (int y = 0; y < place.get("h").asInt(); y++) {
                    cells.add(
                            (place.get("x").asInt() + x) + "," + (place.get("y").asInt() + y));
                }
            }
            assertThat(place.get("x").asInt() + place.get("w").asInt()).isLessThanOrEqualTo(24);
        }
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(titles).doesNotHaveDuplicates();
        assertThat(cells).doesNotHaveDuplicates();
    }
}
