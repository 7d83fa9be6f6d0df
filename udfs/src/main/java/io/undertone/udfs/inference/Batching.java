package io.undertone.udfs.inference;

import java.io.Serializable;

/**
 * How windows meet in a run.
 *
 * @param maxRows windows in a run, at most
 * @param maxWaitMillis what the first window of a run waits for others
 */
public record Batching(int maxRows, int maxWaitMillis) implements Serializable {
    /** On a CPU a window of a batch costs what it costs alone, so none waits for another. */
    public static final Batching AT_ONCE = new Batching(1, 0);

    public Batching {
        if (maxRows < 1 || maxWaitMillis < 0) {
            throw new IllegalArgumentException(
                    "need at least 1 row and a wait of at least 0 ms, got %d and %d".formatted(maxRows, maxWaitMillis));
        }
    }
}
