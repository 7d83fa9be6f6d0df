package io.undertone.udfs.speech;

import java.lang.management.ManagementFactory;

/** Bytes that a piece of code allocates once it is warm. */
final class Allocation {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    static long of(Runnable work) {
        for (int i = 0; i < 20; i++) {
            work.run();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
