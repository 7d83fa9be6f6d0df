package io.undertone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked is a service of the file, at a port that it listens on. */
final class AddressesTest {
    private static final Stack STACK = Stack.shipped();

    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w.-])([a-z][a-z0-9.-]*):(\\d{4,5})(?!\\d)");
    private static final Pattern OWN = Pattern.compile("127\\.0\\.0\\.1[: ](\\d{4,5})");

    static Stream<Service> all() {
        return STACK.services().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_address_in_its_settings_leads_to_a_service(Service service) {
        List<String> texts = new ArrayList<>(service.environment().values());
        texts.addAll(service.command());
        assertThat(texts).allSatisfy(text -> assertThat(unknown(text)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void its_health_is_asked_and_its_ports_are_published_where_it_listens(Service service) {
        assertThat(service.ports()).allMatch(port -> Listeners.of(service).contains(port.container()));
        assertThat(OWN.matcher(String.join(" ", service.healthCheck())).results())
                .allMatch(port -> Listeners.of(service).contains(Integer.valueOf(port.group(1))));
    }

    @Test
    void every_address_in_files_that_are_mounted_leads_to_a_service() throws IOException {
        List<Path> files = new ArrayList<>(List.of(
                Stack.directory().resolve("undertone.yaml"),
                Stack.directory().resolve("../observability/prometheus.yaml")));
        try (Stream<Path> provisioned =
                Files.walk(Stack.directory().resolve("../observability/grafana/provisioning"))) {
            provisioned.filter(Files::isRegularFile).forEach(files::add);
        }
        long found = 0;
        for (Path file : files) {
            String text = Files.readString(file);
            assertThat(unknown(text)).as(file.toString()).isEmpty();
            found += ADDRESS.matcher(text).results().count();
        }
        assertThat(found).isGreaterThan(10);
    }

    @Test
    void others_would_be_found() {
        assertThat(unknown("http://minio:9000/x, jdbc:postgresql://postgres:5433/undertone, 1@kafka:9093"))
                .containsExactly("minio:9000", "postgres:5433");
    }

    /** Addresses in {@code text} that nobody answers at. From outside, a published port is at localhost. */
    private static List<String> unknown(String text) {
        return ADDRESS.matcher(text)
                .results()
                .filter(found -> !answers(found.group(1), Integer.parseInt(found.group(2))))
                .map(found -> found.group())
                .toList();
    }

    private static boolean answers(String host, int port) {
        return host.equals("localhost")
                ? all().flatMap(service -> service.ports().stream()).anyMatch(published -> published.host() == port)
                : all().anyMatch(service ->
                        service.name().equals(host) && Listeners.of(service).contains(port));
    }
}
