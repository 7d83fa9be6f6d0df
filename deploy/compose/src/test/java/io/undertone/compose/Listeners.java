package io.undertone.compose;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ports that a service listens on: as its own settings say, and where it has none, as its documentation does. */
final class Listeners {
    private static final Map<String, Integer> DOCUMENTED =
            Map.of("postgres", 5432, "prometheus", 9090, "grafana", 3000);

    private static final Map<String, String> SETTINGS = Map.of(
            "kafka", "KAFKA_LISTENERS", "s3", "VGW_PORT", "catalog", "REST_PORT", "transcriber", "TRANSCRIBER_PORT");

    private static final Pattern PORT = Pattern.compile("\\d{4,5}");

    private Listeners() {}

    static Set<Integer> of(Service service) {
        if (service.environment().containsKey(FlinkProcess.PROPERTIES)) {
            return flink(new FlinkProcess(service));
        }
        String setting = SETTINGS.get(service.name());
        if (setting == null) {
            return Stream.ofNullable(DOCUMENTED.get(service.name())).collect(Collectors.toSet());
        }
        String addresses = Objects.requireNonNull(service.environment().get(setting), setting);
        return PORT.matcher(addresses)
                .results()
                .map(port -> Integer.valueOf(port.group()))
                .collect(Collectors.toSet());
    }

    private static Set<Integer> flink(FlinkProcess process) {
        Map<String, String> settings = process.settings();
        Set<String> keys = process.isJobManager()
                ? Set.of("rest.port", "jobmanager.rpc.port", "metrics.reporter.prom.port")
                : Set.of("taskmanager.rpc.port", "metrics.reporter.prom.port");
        Set<Integer> ports = new TreeSet<>();
        keys.forEach(key -> ports.add(Integer.valueOf(Objects.requireNonNull(settings.get(key), key))));
        return ports;
    }
}
