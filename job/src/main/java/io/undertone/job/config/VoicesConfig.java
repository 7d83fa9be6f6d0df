package io.undertone.job.config;

import java.io.Serializable;

/**
 * The voices leg. {@code memoryMs} is how long recordings from before a speaker was forgotten are told from those after;
 * {@code maxClippedShare} is a fraction of the samples of speech.
 */
public record VoicesConfig(
        int parallelism,
        long checkpointIntervalMs,
        int minSpeechMs,
        double maxClippedShare,
        long memoryMs,
        int capacity,
        int timeoutMs)
        implements Serializable {
    public VoicesConfig {
        Need.within(0, LiveConfig.MAX_PARALLELISM, "parallelism", parallelism);
        Need.atLeast(10, "checkpoint_interval_ms", checkpointIntervalMs); // Flink's own least
        Need.atLeast(1, "min_speech_ms", minSpeechMs);
        Need.that(
                0 <= maxClippedShare && maxClippedShare <= 1,
                "0 <= max_clipped_share <= 1, got %s".formatted(maxClippedShare));
        Need.atLeast(1, "memory_ms", memoryMs);
        Need.atLeast(1, "capacity", capacity);
        Need.atLeast(1, "timeout_ms", timeoutMs);
    }
}
