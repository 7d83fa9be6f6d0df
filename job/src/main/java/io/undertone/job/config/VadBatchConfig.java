package io.undertone.job.config;

import java.io.Serializable;

/** How many frames of many legs the speech model hears at once, and how long the first of them waits. */
public record VadBatchConfig(int maxRows, int maxWaitMs) implements Serializable {
    public VadBatchConfig {
        Need.atLeast(1, "max_rows", maxRows);
        Need.atLeast(1, "max_wait_ms", maxWaitMs);
    }
}
