package io.undertone.gateway;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Records that wait until some more records of their leg have passed. */
final class DisplacedRecords {
    private final Consumer<OutgoingRecord> out;
    private final List<Waiting> waiting = new ArrayList<>();

    DisplacedRecords(Consumer<OutgoingRecord> out) {
        this.out = out;
    }

    void add(String leg, OutgoingRecord record, int places) {
        waiting.add(new Waiting(leg, record, places));
    }

    /** A record of that leg has passed: those whose time has come follow it. */
    void advance(String leg, long atMicros) {
        for (Waiting each : waiting) {
            if (each.leg.equals(leg)) each.places--;
        }
        hand(leg, atMicros, 0);
    }

    /** The stream is about to end: nothing of it waits any longer. */
    void release(String leg, long atMicros) {
        hand(leg, atMicros, Integer.MAX_VALUE);
    }

    private void hand(String leg, long atMicros, int places) {
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting next = each.next();
            if (next.leg.equals(leg) && next.places <= places) {
                out.accept(next.record.at(atMicros));
                each.remove();
            }
        }
    }

    private static final class Waiting {
        final String leg;
        final OutgoingRecord record;
        int places;

        Waiting(String leg, OutgoingRecord record, int places) {
            this.leg = leg;
            this.record = record;
            this.places = places;
        }
    }
}
