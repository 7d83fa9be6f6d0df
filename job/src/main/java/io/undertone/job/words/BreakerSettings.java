package io.undertone.job.words;

import java.io.Serializable;

/**
 * When a service that fails is left alone.
 *
 * @param failurePercent of the last requests: from here on no more are sent
 * @param requests that are looked at
 * @param openMillis for which none is sent, before a few are tried
 */
public record BreakerSettings(int failurePercent, int requests, int openMillis) implements Serializable {
    public BreakerSettings {
        if (failurePercent < 1 || failurePercent > 100 || requests < 1 || openMillis < 1) {
            throw new IllegalArgumentException(
                    "need 1 to 100 percent of at least 1 request, and a pause, got %d %% of %d, %d ms"
                            .formatted(failurePercent, requests, openMillis));
        }
    }
}
