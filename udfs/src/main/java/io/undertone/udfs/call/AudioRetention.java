package io.undertone.udfs.call;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How long the audio of a part of a call is kept behind its report.
 *
 * @param completeMillis behind one that lacks nothing
 * @param incompleteMillis behind one that another analysis may complete, for which it takes the audio
 */
public record AudioRetention(long completeMillis, long incompleteMillis) implements Serializable {
    public AudioRetention {
        if (completeMillis <= 0 || incompleteMillis < completeMillis) {
            throw new IllegalArgumentException(
                    "need 0 ms < retention behind a complete report <= behind an incomplete one, got %d and %d"
                            .formatted(completeMillis, incompleteMillis));
        }
    }

    /**
     * When the audio is to be deleted, a report having come now. A complete one starts the clock anew; another incomplete one must not
     * put off for ever what the first began.
     *
     * @param due by the reports before; null if there was none
     */
    public long dueMillis(@Nullable Long due, boolean complete, long nowMillis) {
        if (complete) {
            return nowMillis + completeMillis;
        }
        return due == null ? nowMillis + incompleteMillis : due;
    }
}
