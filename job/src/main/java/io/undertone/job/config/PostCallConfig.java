package io.undertone.job.config;

import java.io.Serializable;

/**
 * The post-call leg. {@code patienceMs} is how long a report waits for utterances that are missing, {@code memoryMs} how
 * long repeats of a written call are dropped.
 */
public record PostCallConfig(
        int parallelism, long checkpointIntervalMs, long patienceMs, long memoryMs, SilenceConfig silence)
        implements Serializable {
    public PostCallConfig {
        Need.within(0, LiveConfig.MAX_PARALLELISM, "parallelism", parallelism);
        Need.atLeast(10, "checkpoint_interval_ms", checkpointIntervalMs); // Flink's own least
        Need.atLeast(1, "patience_ms", patienceMs);
        Need.atLeast(1, "memory_ms", memoryMs);
    }
}
