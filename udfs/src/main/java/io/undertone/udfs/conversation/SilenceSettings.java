package io.undertone.udfs.conversation;

import java.io.Serializable;

/**
 * How far out of the ordinary a silence must be to count as a long one.
 *
 * @param stdFactor how many standard deviations make the threshold; the mean is not added
 * @param iqrFactor how many interquartile ranges above the median make the threshold
 */
public record SilenceSettings(double stdFactor, double iqrFactor) implements Serializable {

    /** The factors of Callytics. */
    public static final SilenceSettings DEFAULTS = new SilenceSettings(0.99, 1.5);

    public SilenceSettings {
        if (!(isFactor(stdFactor) && isFactor(iqrFactor))) {
            throw new IllegalArgumentException(
                    "need finite factors >= 0, got stdFactor=%s iqrFactor=%s".formatted(stdFactor, iqrFactor));
        }
    }

    private static boolean isFactor(double value) {
        return value >= 0 && Double.isFinite(value);
    }
}
