package io.undertone.job.config;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the records by reflection of its own, so that the tests do not trust the code that they test. */
final class ConfigTree {
    /** The least that must be given, and nothing else. */
    static final Map<String, Object> REQUIRED = Map.of(
            "kafka.bootstrap_servers", "kafka:9092",
            "audio.directory", "file:///audio",
            "lake.warehouse", "file:///lake",
            "postgres.url", "jdbc:postgresql://db/undertone",
            "postgres.user", "undertone",
            "postgres.password", "hush");

    private ConfigTree() {}

    /** The paths of all values, and of maps as wholes. */
    static List<String> leaves(Class<?> section, String prefix) {
        var leaves = new ArrayList<String>();
        for (RecordComponent component : section.getRecordComponents()) {
            String path = prefix + snake(component);
            if (component.getType().isRecord()) {
                leaves.addAll(leaves(component.getType(), path + "."));
            } else {
                leaves.add(path);
            }
        }
        return leaves;
    }

    static @Nullable Object valueAt(Record section, String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Object value = read(section, name);
        return dot < 0 || value == null ? value : valueAt((Record) value, path.substring(dot + 1));
    }

    private static @Nullable Object read(Record section, String name) {
        RecordComponent component = Arrays.stream(section.getClass().getRecordComponents())
                .filter(candidate -> snake(candidate).equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return component.getAccessor().invoke(section);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component + " cannot be read", e);
        }
    }

    private static String snake(RecordComponent component) {
        return new PropertyNamingStrategies.SnakeCaseStrategy().translate(component.getName());
    }
}
