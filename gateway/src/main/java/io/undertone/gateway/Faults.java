package io.undertone.gateway;

import java.util.Iterator;

/**
 * What goes wrong between a gateway and the broker, in percent of a call's media records; one record meets with one
 * fault at most. Events, pauses and ends of streams are never touched. The same seed repeats the same faults, whatever
 * other calls are published beside.
 *
 * @param reorder displaced by one to three records of its own stream, within the 400 ms that the job waits
 * @param corrupt sent with bytes flipped, so that it cannot be read
 */
public record Faults(double lose, double duplicate, double reorder, double corrupt, long seed) {
    public static final Faults NONE = new Faults(0, 0, 0, 0, 0);

    /** The job holds at most 400 ms of later media for a missing record. */
    private static final int PATIENCE_MILLIS = 400;

    private static final int MOST_PLACES = 3;

    public Faults {
        requirePercentage("lose", lose);
        requirePercentage("duplicate", duplicate);
        requirePercentage("reorder", reorder);
        requirePercentage("corrupt", corrupt);
        if (lose + duplicate + reorder + corrupt > 100) {
            throw new IllegalArgumentException(
                    "need at most 100 %% in sum, got lose=%s duplicate=%s reorder=%s corrupt=%s"
                            .formatted(lose, duplicate, reorder, corrupt));
        }
    }

    /** The call as it leaves the gateway. */
    public Iterator<OutgoingRecord> over(CallScript script) {
        return new FaultyScript(script, this, mostPlaces(script.settings().frameMillis()));
    }

    /** By how many records a frame may be displaced; throws where reordering would lose frames of this length. */
    int mostPlaces(int frameMillis) {
        int most = Math.min(MOST_PLACES, (PATIENCE_MILLIS - 1) / frameMillis);
        if (reorder > 0 && most == 0) {
            throw new IllegalArgumentException(
                    "reordering needs frames shorter than %d ms, got %d ms".formatted(PATIENCE_MILLIS, frameMillis));
        }
        return most;
    }

    private static void requirePercentage(String name, double percentage) {
        if (!(percentage >= 0 && percentage <= 100)) {
            throw new IllegalArgumentException("need 0 to 100 %% of %s, got %s".formatted(name, percentage));
        }
    }
}
