package io.undertone.udfs.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How well a model tells moods, one decision for each recording; rates are fractions.
 *
 * @param confusion by the card's labels where they name all that there was, else by moods
 * @param byMood by mood
 * @param anger against neutral speech; null without one of them
 * @param falseAlarms over neutral speech; null without any
 */
public record EmotionQuality(
        Confusion confusion,
        Confusion byMood,
        @Nullable AngerScores anger,
        @Nullable FalseAlarms falseAlarms) {}
