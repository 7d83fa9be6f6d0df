package io.undertone.job.services;

import java.io.Serializable;

/**
 * When a service that is down is left alone.
 *
 * @param requests over the latest of which is judged: at half of them failed, no more are sent
 * @param openMillis until a few are tried again
 */
public record BreakerSettings(int requests, int openMillis) implements Serializable {
    public BreakerSettings {
        if (requests < 2 || openMillis < 1) {
            throw new IllegalArgumentException(
                    "need requests >= 2 and open_ms >= 1, got %d and %d".formatted(requests, openMillis));
        }
    }
}
