package io.undertone.udfs.audio;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what a piece of code allocates, for tests of hot loops. */
public final class Allocations {
    private static final int ROUNDS = 2_000;

    private Allocations() {}

    /**
     * Bytes that a thousand runs of {@code loop} allocate once warm. The least of three counts, because the JVM itself
     * allocates a little now and then.
     */
    public static long ofAThousand(Runnable loop) {
        for (int i = 0; i < ROUNDS; i++) {
            loop.run();
        }
        return Math.min(thousand(loop), Math.min(thousand(loop), thousand(loop)));
    }

    private static long thousand(Runnable loop) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) {
            loop.run();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
