package io.undertone.job.services;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Until when an answer is waited for. */
public record Deadline(long atNanos, LongSupplier nanoTime) {
    public static Deadline in(long millis, LongSupplier nanoTime) {
        return new Deadline(nanoTime.getAsLong() + TimeUnit.MILLISECONDS.toNanos(millis), nanoTime);
    }

    /** At least 0. */
    public long leftMillis() {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(atNanos - nanoTime.getAsLong()));
    }
}
