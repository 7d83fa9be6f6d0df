package io.undertone.udfs.moods;

import io.undertone.udfs.model.Mood;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mood of an utterance, which is that of its speaker's windows that overlap it, each counted by how much it does. */
public final class UtteranceMood {
    /** Where each mood stands in scores that are handed on. */
    public static final int NEGATIVE = 0;

    public static final int NEUTRAL = 1;
    public static final int POSITIVE = 2;

    private static final int MOODS = POSITIVE + 1;

    private UtteranceMood() {}

    /**
     * Mean probabilities in the order of {@link Mood}, three decimals.
     *
     * @param windows of its speaker
     * @return null where none with scores overlaps
     */
    public static double @Nullable [] of(long begin, long end, List<WindowFacts> windows) {
        double[] sums = new double[MOODS];
        long weight = 0;
        for (WindowFacts window : windows) {
            long overlap = Math.min(end, window.end) - Math.max(begin, window.begin);
            if (overlap > 0 && window.moods.length == MOODS) {
                weight += overlap;
                for (int i = 0; i < MOODS; i++) {
                    sums[i] += overlap * window.moods[i];
                }
            }
        }
        if (weight == 0) {
            return null;
        }
        for (int i = 0; i < MOODS; i++) {
            sums[i] = Rounded.score(sums[i] / weight);
        }
        return sums;
    }

    /** Of several that are equally likely, the first. */
    public static Mood likeliest(double[] moods) {
        int best = 0;
        for (int i = 1; i < MOODS; i++) {
            if (moods[i] > moods[best]) {
                best = i;
            }
        }
        return switch (best) {
            case NEGATIVE -> Mood.NEGATIVE;
            case NEUTRAL -> Mood.NEUTRAL;
            default -> Mood.POSITIVE;
        };
    }
}
