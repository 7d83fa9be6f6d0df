package io.undertone.gateway;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes Ctrl-C and a request to terminate stop a watch, instead of cutting it off: the process ends when this is closed. */
final class CleanEnd implements AutoCloseable {
    /** Under the half minute after which whoever asked to terminate begins to kill. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final StopSwitch stop;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "stop-watching");

    private CleanEnd(StopSwitch stop) {
        this.stop = stop;
    }

    static CleanEnd of(StopSwitch stop) {
        var end = new CleanEnd(stop);
        Runtime.getRuntime().addShutdownHook(end.hook);
        return end;
    }

    StopSwitch stop() {
        return stop;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, which is what the hook is there for.
        }
    }

    private void stopAndWait() {
        stop.request();
        try {
            boolean unused = closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
