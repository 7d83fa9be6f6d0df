package io.undertone.gateway;

/**
 * The clock of a watch that can be asked to stop: from then on nothing is waited for, so that the call which is being
 * published is complete in a moment, and no half of it is left at the broker.
 */
final class StopSwitch implements Pacer {
    private final Pacer clock;
    private volatile boolean requested;

    StopSwitch(Pacer clock) {
        this.clock = clock;
    }

    /** From any thread. A wait that has begun is waited out: it is at most a frame, or the time between two looks. */
    void request() {
        requested = true;
    }

    boolean isRequested() {
        return requested;
    }

    @Override
    public long nanos() {
        return clock.nanos();
    }

    @Override
    public void waitUntil(long nanos) throws InterruptedException {
        if (!requested) {
            clock.waitUntil(nanos);
        }
    }
}
