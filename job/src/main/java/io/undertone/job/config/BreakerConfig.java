package io.undertone.job.config;

import java.io.Serializable;

/** When a service that fails is left alone: at half of the last {@code requests} failed, for {@code openMs}. */
public record BreakerConfig(int requests, int openMs) implements Serializable {
    public BreakerConfig {
        Need.atLeast(2, "requests", requests);
        Need.atLeast(1, "open_ms", openMs);
    }
}
