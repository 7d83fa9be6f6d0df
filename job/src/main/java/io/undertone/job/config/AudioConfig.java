package io.undertone.job.config;

import java.io.Serializable;

/** Where pieces of audio are written, how hard, and how long they are kept. {@code timeoutMs} spans all attempts at a piece. */
public record AudioConfig(
        String directory,
        int capacity,
        int threads,
        int attempts,
        int backoffMs,
        int timeoutMs,
        RetentionConfig retention)
        implements Serializable {
    public AudioConfig {
        Need.text("directory", directory);
        Need.atLeast(1, "capacity", capacity);
        Need.atLeast(1, "threads", threads);
        Need.atLeast(1, "attempts", attempts);
        Need.atLeast(0, "backoff_ms", backoffMs);
        Need.that(
                timeoutMs > (attempts - 1L) * backoffMs,
                "timeout_ms > (attempts - 1) x backoff_ms, the least that all attempts take; got %d, %d and %d"
                        .formatted(timeoutMs, attempts, backoffMs));
    }
}
