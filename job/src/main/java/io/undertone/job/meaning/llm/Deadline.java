package io.undertone.job.meaning.llm;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Until when a part's answer is waited for. */
record Deadline(long atNanos, LongSupplier nanoTime) {
    static Deadline in(long millis, LongSupplier nanoTime) {
        return new Deadline(nanoTime.getAsLong() + TimeUnit.MILLISECONDS.toNanos(millis), nanoTime);
    }

    /** At least 0. */
    long leftMillis() {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(atNanos - nanoTime.getAsLong()));
    }
}
