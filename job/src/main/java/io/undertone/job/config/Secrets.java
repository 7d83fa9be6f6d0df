package io.undertone.job.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells which keys hold what must not be read in files and logs, by their names. */
final class Secrets {
    static final String MASK = "***";

    /** The last three are what Iceberg's REST catalog and Kafka's SASL call theirs. */
    private static final List<String> ENDINGS =
            List.of("password", "secret", "key", "token", "credential", "jaas.config");

    private Secrets() {}

    static boolean isSecret(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** The properties as they may be printed, in the order of their names. */
    static Map<String, String> masked(Map<String, String> properties) {
        var masked = new TreeMap<>(properties);
        masked.replaceAll((key, value) -> isSecret(key) ? MASK : value);
        return masked;
    }
}
