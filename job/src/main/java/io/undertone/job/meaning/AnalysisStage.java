package io.undertone.job.meaning;

import java.io.Serializable;

/**
 * How a subtask asks about parts of dialogues.
 *
 * @param threads parts that are asked about at once
 * @param queue parts that wait for their turn, at most: each is in every checkpoint
 * @param timeoutMillis of a turn, after which an analyst has answered, whatever became of its service
 * @param turnMillis after which a part is given up that is not answered all the same
 */
public record AnalysisStage(int threads, int queue, int timeoutMillis, int turnMillis) implements Serializable {
    /** Topics may keep a part waiting after its analyst has answered. */
    private static final int GRACE_MILLIS = 15_000;

    public AnalysisStage {
        if (threads < 1 || queue < 1 || timeoutMillis < 1 || turnMillis < timeoutMillis) {
            throw new IllegalArgumentException(
                    "need threads, a queue and a time-out of at least 1, and turns no shorter, got %d, %d, %d ms and %d ms"
                            .formatted(threads, queue, timeoutMillis, turnMillis));
        }
    }

    public AnalysisStage(int threads, int queue, int timeoutMillis) {
        this(threads, queue, timeoutMillis, timeoutMillis + GRACE_MILLIS);
    }
}
