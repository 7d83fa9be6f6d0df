package io.undertone.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** A clock on which waiting takes no time, and which does at given seconds what others would do meanwhile. */
final class StagedPacer implements Pacer {
    @FunctionalInterface
    interface Deed {
        void happen() throws IOException;
    }

    private final TreeMap<Long, Deed> deeds = new TreeMap<>();
    private long nanos;

    /** One deed a moment. */
    StagedPacer at(double seconds, Deed deed) {
        if (deeds.put(Math.round(seconds * 1e9), deed) != null) {
            throw new IllegalArgumentException("something happens at %s s already".formatted(seconds));
        }
        return this;
    }

    double seconds() {
        return nanos / 1e9;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void waitUntil(long until) {
        for (Map.Entry<Long, Deed> next = deeds.firstEntry();
                next != null && next.getKey() <= until;
                next = deeds.firstEntry()) {
            nanos = Math.max(nanos, next.getKey());
            deeds.remove(next.getKey());
            happen(next.getValue());
        }
        nanos = Math.max(nanos, until);
    }

    private static void happen(Deed deed) {
        try {
            deed.happen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
