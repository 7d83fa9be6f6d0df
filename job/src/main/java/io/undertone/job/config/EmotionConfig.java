package io.undertone.job.config;

import java.io.Serializable;

/** Emotions, in the live leg. */
public record EmotionConfig(int capacity, int timeoutMs) implements Serializable {
    public EmotionConfig {
        Need.atLeast(1, "capacity", capacity);
        Need.atLeast(1, "timeout_ms", timeoutMs);
    }
}
