package io.undertone.udfs.evaluation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How well a rule tells people what they should know, and how seldom anything else. */
public record AlertQuality(List<StretchOutcome> stretches, CalmOutcome calm) {
    private static final double MOST = 0.9;

    /** How many angry stretches somebody was told of. */
    public long alerted() {
        return stretches.stream().filter(StretchOutcome::alerted).count();
    }

    /** Null without angry stretches. */
    public @Nullable Double detection() {
        return stretches.isEmpty() ? null : Double.valueOf((double) alerted() / stretches.size());
    }

    /** Half of the alerts come so soon, in seconds of speech; null without any. */
    public @Nullable Double medianDelaySeconds() {
        double[] delays = delays();
        int middle = delays.length / 2;
        if (delays.length == 0) {
            return null;
        }
        return delays.length % 2 == 1 ? delays[middle] : (delays[middle - 1] + delays[middle]) / 2;
    }

    /** Nine in ten alerts come so soon; null without any. */
    public @Nullable Double longDelaySeconds() {
        double[] delays = delays();
        return delays.length == 0 ? null : Double.valueOf(delays[(int) Math.ceil(MOST * delays.length) - 1]);
    }

    /** The most alerts of one stretch. */
    public int mostRaised() {
        return stretches.stream().mapToInt(StretchOutcome::raised).max().orElse(0);
    }

    private double[] delays() {
        return stretches.stream()
                .map(StretchOutcome::delaySeconds)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }
}
