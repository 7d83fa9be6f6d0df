package io.undertone.job.meaning;

import java.io.Serializable;

/**
 * How a subtask asks about parts of dialogues.
 *
 * @param capacity parts that wait or are under way, at most; they are in each checkpoint
 * @param threads parts that are asked about at once
 * @param timeoutMillis after which an analyst has answered, whatever became of its service
 */
public record AnalysisStage(int capacity, int threads, int timeoutMillis) implements Serializable {
    /** An analyst's own time-out comes first: it knows what it has. And topics may keep a part waiting after it. */
    private static final long GRACE_MILLIS = 15_000;

    public AnalysisStage {
        if (capacity < 1 || threads < 1 || timeoutMillis < 1) {
            throw new IllegalArgumentException(
                    "need a capacity, threads and a time-out of at least 1, got %d, %d and %d ms"
                            .formatted(capacity, threads, timeoutMillis));
        }
    }

    /** For Flink: a part may wait until all before it are answered. */
    long longestMillis() {
        long turns = (capacity + threads - 1L) / threads;
        return turns * (timeoutMillis + GRACE_MILLIS);
    }
}
