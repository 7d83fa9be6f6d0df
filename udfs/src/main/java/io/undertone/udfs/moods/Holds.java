package io.undertone.udfs.moods;

import io.undertone.udfs.call.Interval;

/**
 * What being on hold does to alerts: once it has lasted {@value #MILLIS} ms, those from before its end are cleared, and none is
 * raised by what lies before its end. A shorter one does nothing.
 */
final class Holds {
    static final long MILLIS = 30_000;

    private static final long SAMPLES = MILLIS * 8;

    private Holds() {}

    /** Whether the last hold is known to have lasted long enough. */
    static boolean hasLasted(JudgedCall call) {
        Interval hold = call.facts.hold;
        if (hold == null) {
            return false;
        }
        long shownTo = hold.end == Interval.OPEN ? call.heardTo : hold.end;
        return shownTo >= hold.begin + SAMPLES;
    }

    /** Whether such a hold goes on at {@code position}, or comes after it. */
    static boolean cover(JudgedCall call, long position) {
        Interval hold = call.facts.hold;
        return hold != null && position < hold.end && hasLasted(call);
    }

    static boolean isOpen(JudgedCall call) {
        Interval hold = call.facts.hold;
        return hold != null && hold.end == Interval.OPEN;
    }

    /** Where the last hold has lasted long enough; there must have been one. */
    static long due(JudgedCall call) {
        Interval hold = call.facts.hold;
        if (hold == null) {
            throw new IllegalStateException("the call was never on hold");
        }
        return hold.begin + SAMPLES;
    }
}
