package io.undertone.gateway;

import java.util.concurrent.locks.LockSupport;

/** The wall clock to publish by: what it shows, and waiting for it. */
public interface Pacer {
    Pacer SYSTEM = new Pacer() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void waitUntil(long nanos) throws InterruptedException {
            for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted between two records");
                }
                LockSupport.parkNanos(left);
            }
        }
    };

    /** Like {@link System#nanoTime()}: only differences mean something. */
    long nanos();

    /** Returns at once when that time has passed. */
    void waitUntil(long nanos) throws InterruptedException;
}
