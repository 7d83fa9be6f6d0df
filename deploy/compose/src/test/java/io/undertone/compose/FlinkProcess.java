package io.undertone.compose;

import io.undertone.job.Leg;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;

/** A job manager or a task manager of a leg, and what it reads: as the official image's entry point and Flink do. */
record FlinkProcess(Service service) {
    static final String PROPERTIES = "FLINK_PROPERTIES";

    private static final String DYNAMIC = "-D";
    /** Of the image's entry point: an application's job manager. */
    private static final String APPLICATION = "standalone-job";

    static FlinkProcess jobManager(Leg leg) {
        return new FlinkProcess(Stack.shipped().service(leg.label() + "-jobmanager"));
    }

    static FlinkProcess taskManager(Leg leg) {
        return new FlinkProcess(Stack.shipped().service(leg.label() + "-taskmanager"));
    }

    static Stream<FlinkProcess> all() {
        return Stack.shipped().services().stream()
                .filter(service -> service.environment().containsKey(PROPERTIES))
                .map(FlinkProcess::new);
    }

    boolean isJobManager() {
        return command(0).equals(APPLICATION);
    }

    /** A word of the command. */
    String command(int index) {
        return service.command().get(index);
    }

    /** Keys as they stand: lines of the environment, split at their first colon, and over them those of the command. */
    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        String properties = Objects.requireNonNull(service.environment().get(PROPERTIES), PROPERTIES);
        properties.lines().forEach(line -> put(settings, line.split(":", 2)));
        service.command().stream()
                .filter(word -> word.startsWith(DYNAMIC))
                .forEach(word -> put(settings, word.substring(DYNAMIC.length()).split("=", 2)));
        return settings;
    }

    Configuration flink() {
        return Configuration.fromMap(settings());
    }

    /** What the main class is given: all from the first word that is no option of Flink's. */
    List<String> arguments() {
        List<String> command = service.command();
        return command.subList(command.indexOf("--leg"), command.size());
    }

    private static void put(Map<String, String> settings, String[] setting) {
        settings.put(setting[0].strip(), setting[1].strip());
    }

    @Override
    public String toString() {
        return service.name();
    }
}
