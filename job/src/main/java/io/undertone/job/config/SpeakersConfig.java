package io.undertone.job.config;

import java.io.Serializable;

/** Who speaks, in the live leg. */
public record SpeakersConfig(int capacity, int timeoutMs, long voiceprintWaitMs) implements Serializable {
    public SpeakersConfig {
        Need.atLeast(1, "capacity", capacity);
        Need.atLeast(1, "timeout_ms", timeoutMs);
        Need.atLeast(0, "voiceprint_wait_ms", voiceprintWaitMs);
    }
}
