package io.undertone.job.config;

import java.io.Serializable;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Calls that are put aside from the start.
 *
 * @param calls why, by {@code tenant|call}
 */
public record QuarantineConfig(Map<String, String> calls) implements Serializable {
    private static final Pattern KEY = Pattern.compile("[^|]+\\|[^|]+");

    public QuarantineConfig {
        calls = Map.copyOf(calls);
        for (String call : calls.keySet()) {
            Need.that(KEY.matcher(call).matches(), "calls by 'tenant_id|call_id', got '%s'".formatted(call));
        }
    }
}
