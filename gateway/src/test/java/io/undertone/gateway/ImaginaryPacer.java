package io.undertone.gateway;

import java.util.ArrayList;
import java.util.List;

/** A wall clock on which waiting takes no time: it jumps to where it is asked to wait. */
final class ImaginaryPacer implements Pacer {
    final List<Long> waits = new ArrayList<>();
    private long nanos = 5_000_000_000L;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void waitUntil(long until) {
        if (until > nanos) {
            nanos = until;
        }
        waits.add(nanos - 5_000_000_000L);
    }
}
