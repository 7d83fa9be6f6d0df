package io.undertone.gateway;

import java.util.EnumMap;
import java.util.Map;

/** Counts while publishing. */
final class Tally {
    private final int calls;
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private int callsOpen;
    private long mediaMicros;

    Tally(int calls) {
        this.calls = calls;
        this.callsOpen = calls;
    }

    void count(OutgoingRecord record) {
        fates.merge(record.fate(), 1L, Long::sum);
        if (record.fate() != Fate.LOST && record.fate() != Fate.DUPLICATE) {
            mediaMicros += record.mediaMicros();
        }
    }

    void countEnded() {
        callsOpen--;
    }

    PublishTally soFar() {
        long once = of(Fate.MEDIA) + of(Fate.REORDERED) + of(Fate.CORRUPTED);
        return new PublishTally(
                calls,
                callsOpen,
                of(Fate.CONTROL) + once + of(Fate.DUPLICATE),
                once + of(Fate.LOST),
                of(Fate.LOST),
                of(Fate.DUPLICATE),
                of(Fate.REORDERED),
                of(Fate.CORRUPTED),
                mediaMicros / 1e6);
    }

    private long of(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }
}
