package io.undertone.udfs.moods;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mood of whoever was heard last on a leg, as it stands at the last media that the judge was told of.
 *
 * @param moods smoothed probabilities of NEGATIVE, NEUTRAL and POSITIVE, rounded; null before the model's first answer
 * @param loudnessDeltaDb of the last spoken second over the speaker's own baseline; null before there is one
 */
public record MoodNow(
        EmotionState state,
        @Nullable List<Double> moods,
        @Nullable Double loudnessDeltaDb) {}
