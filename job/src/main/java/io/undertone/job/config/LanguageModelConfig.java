package io.undertone.job.config;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which language model is asked, and what; none without a {@code url}. Printing shows no key. */
public record LanguageModelConfig(
        @Nullable String url,
        String id,
        @Nullable String model,
        @Nullable String apiKey,
        Map<String, String> headers,
        Map<String, String> query,
        String tasks,
        int requestMs,
        int attempts,
        int backoffMs,
        int longestBackoffMs,
        int largestAnswerBytes,
        BreakerConfig breaker)
        implements Serializable {
    public LanguageModelConfig {
        Need.that(url == null || url.startsWith("http://") || url.startsWith("https://"), "url of http or https");
        Need.that(url == null || (model != null && !model.isBlank()), "model where there is a url, got nothing");
        Need.text("id", id);
        Need.text("tasks", tasks);
        Need.atLeast(1, "request_ms", requestMs);
        Need.atLeast(1, "attempts", attempts);
        Need.atLeast(1, "backoff_ms", backoffMs);
        Need.atLeast(backoffMs, "longest_backoff_ms", longestBackoffMs);
        Need.atLeast(1, "largest_answer_bytes", largestAnswerBytes);
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }

    @Override
    public String toString() {
        return "LanguageModelConfig[url=%s, id=%s, model=%s, headers=%s, query=%s, tasks=%s, requestMs=%d, attempts=%d, backoffMs=%d, longestBackoffMs=%d, largestAnswerBytes=%d, breaker=%s]"
                .formatted(
                        url,
                        id,
                        model,
                        headers.keySet(),
                        query.keySet(),
                        tasks,
                        requestMs,
                        attempts,
                        backoffMs,
                        longestBackoffMs,
                        largestAnswerBytes,
                        breaker);
    }
}
