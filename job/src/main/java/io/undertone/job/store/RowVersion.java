package io.undertone.job.store;

import io.undertone.schema.AlertEvent;
import java.io.Serializable;

/** Which of several writes of one key is the newer. Ships with its sink. */
@FunctionalInterface
interface RowVersion<R> extends Serializable {
    long of(R row);

    /** A row is a function of its key: later writes of the same key say the same, and may replace it. */
    static <R> RowVersion<R> ofTheOnlyOne() {
        return row -> 1;
    }

    /** An alert's row is its newest event. */
    static RowVersion<AlertEvent> ofTheStep() {
        return AlertEvent::getStep;
    }
}
