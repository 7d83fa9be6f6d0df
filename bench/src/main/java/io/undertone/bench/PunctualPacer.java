package io.undertone.bench;

import io.undertone.gateway.Pacer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Publishes by the times that the records carry, however late the publisher was ready, and tells how far behind them it was. */
final class PunctualPacer implements Pacer {
    private final long startNanos;

    private boolean asked;
    private long mostBehindNanos;

    /** The first call begins at {@code start}. */
    PunctualPacer(Instant start) {
        startNanos = System.nanoTime() + Duration.between(Instant.now(), start).toNanos();
    }

    /** What is asked first is when the first call begins. */
    @Override
    public long nanos() {
        if (!asked) {
            asked = true;
            return startNanos;
        }
        return SYSTEM.nanos();
    }

    @Override
    public void waitUntil(long nanos) throws InterruptedException {
        SYSTEM.waitUntil(nanos);
        mostBehindNanos = Math.max(mostBehindNanos, SYSTEM.nanos() - nanos);
    }

    long mostBehindMillis() {
        return TimeUnit.NANOSECONDS.toMillis(mostBehindNanos);
    }
}
