package io.undertone.job.config;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who transcribes; nobody without a {@code url}. Headers and query may hold keys, so printing shows their names alone. */
public record TranscriptionConfig(
        @Nullable String url,
        String model,
        @Nullable String apiKey,
        Map<String, String> headers,
        Map<String, String> query,
        @Nullable String language,
        int capacity,
        int queue,
        int timeoutMs,
        int requestMs,
        int attempts,
        int backoffMs,
        BreakerConfig breaker)
        implements Serializable {
    public TranscriptionConfig {
        Need.that(url == null || url.startsWith("http://") || url.startsWith("https://"), "url of http or https");
        Need.text("model", model);
        Need.atLeast(1, "capacity", capacity);
        Need.atLeast(1, "queue", queue);
        Need.atLeast(1, "request_ms", requestMs);
        Need.atLeast(requestMs, "timeout_ms", timeoutMs);
        Need.atLeast(1, "attempts", attempts);
        Need.atLeast(1, "backoff_ms", backoffMs);
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }

    @Override
    public String toString() {
        return "TranscriptionConfig[url=%s, model=%s, headers=%s, query=%s, language=%s, capacity=%d, queue=%d, timeoutMs=%d, requestMs=%d, attempts=%d, backoffMs=%d, breaker=%s]"
                .formatted(
                        url,
                        model,
                        headers.keySet(),
                        query.keySet(),
                        language,
                        capacity,
                        queue,
                        timeoutMs,
                        requestMs,
                        attempts,
                        backoffMs,
                        breaker);
    }
}
