package io.undertone.job.config;

import java.io.Serializable;

/** How long audio is kept behind a report: a complete one, and one that another analysis may complete. */
public record RetentionConfig(long completeMs, long incompleteMs) implements Serializable {
    public RetentionConfig {
        Need.atLeast(1, "complete_ms", completeMs);
        Need.that(
                incompleteMs >= completeMs,
                "incomplete_ms >= complete_ms, since it is what time is left to complete a report; got %d and %d"
                        .formatted(incompleteMs, completeMs));
    }
}
