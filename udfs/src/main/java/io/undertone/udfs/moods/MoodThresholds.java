package io.undertone.udfs.moods;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When somebody sounds frustrated, by the smoothed probability of NEGATIVE.
 *
 * @param enter at or above, an alert is raised
 * @param high at or above, it is urgent
 * @param exit at or below, it is cleared
 */
public record MoodThresholds(double enter, double high, double exit) implements Serializable {
    /** Where the model's card names none. */
    private static final MoodThresholds DEFAULTS = new MoodThresholds(0.60, 0.75, 0.40);

    public MoodThresholds {
        if (!(0 < exit && exit < enter && enter <= high && high < 1)) {
            throw new IllegalArgumentException(
                    "thresholds: need 0 < exit < enter <= high < 1, got exit=%s enter=%s high=%s"
                            .formatted(exit, enter, high));
        }
    }

    /** Of a model card's thresholds {@code enter}, {@code high} and {@code exit}. */
    public static MoodThresholds of(Map<String, Double> thresholds) {
        return DEFAULTS.with(thresholds.get("enter"), thresholds.get("high"), thresholds.get("exit"));
    }

    /** These, but for those that are given. */
    public MoodThresholds with(@Nullable Double enter, @Nullable Double high, @Nullable Double exit) {
        return new MoodThresholds(
                enter == null ? this.enter : enter, high == null ? this.high : high, exit == null ? this.exit : exit);
    }
}
