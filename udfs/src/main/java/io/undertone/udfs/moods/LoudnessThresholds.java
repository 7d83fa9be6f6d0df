package io.undertone.udfs.moods;

import java.io.Serializable;

/**
 * When somebody raises their voice, in dB over what is usual for them.
 *
 * @param enter at or above, an alert is raised
 * @param exit below, it is cleared
 */
public record LoudnessThresholds(double enter, double exit) implements Serializable {
    public static final LoudnessThresholds DEFAULTS = new LoudnessThresholds(8, 5);

    public LoudnessThresholds {
        if (!(0 < exit && exit < enter && Double.isFinite(enter))) {
            throw new IllegalArgumentException(
                    "raised voice: need 0 < exit < enter, got exit=%s enter=%s".formatted(exit, enter));
        }
    }
}
