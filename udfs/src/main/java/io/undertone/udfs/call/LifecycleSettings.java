package io.undertone.udfs.call;

import java.io.Serializable;

/**
 * When a call is over. All in milliseconds.
 *
 * @param noMediaMillis no record of any stream while not on hold
 * @param endedGraceMillis after its announced end, for what is still on its way
 * @param streamsEndedMillis every stream has ended and nobody announced the call's end
 * @param holdMillis on hold
 * @param callMillis the whole call
 * @param reopenMillis how long a closed call is remembered; one closed by time-out may go on within it
 * @param securePausePaddingMillis what is withheld before and after a secure pause
 */
public record LifecycleSettings(
        long noMediaMillis,
        long endedGraceMillis,
        long streamsEndedMillis,
        long holdMillis,
        long callMillis,
        long reopenMillis,
        long securePausePaddingMillis)
        implements Serializable {
    public static final LifecycleSettings DEFAULTS =
            new LifecycleSettings(60_000, 5_000, 15_000, 1_800_000, 14_400_000, 600_000, 500);

    public LifecycleSettings {
        if (noMediaMillis <= 0
                || endedGraceMillis <= 0
                || streamsEndedMillis <= 0
                || holdMillis <= 0
                || callMillis <= 0) {
            throw new IllegalArgumentException("every limit of a call must be over 0 ms, got %d, %d, %d, %d, %d"
                    .formatted(noMediaMillis, endedGraceMillis, streamsEndedMillis, holdMillis, callMillis));
        }
        if (reopenMillis <= 0 || securePausePaddingMillis < 0) {
            throw new IllegalArgumentException("need reopen > 0 ms and padding >= 0 ms, got %d and %d"
                    .formatted(reopenMillis, securePausePaddingMillis));
        }
    }
}
