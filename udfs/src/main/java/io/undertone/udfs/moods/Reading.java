package io.undertone.udfs.moods;

import org.jspecify.annotations.Nullable;

/**
 * What a rule is told of a spoken second. Scores are rounded.
 *
 * @param negative smoothed P(NEGATIVE) at its end; null if no scores came with it
 * @param deltaDb over the speaker's baseline; null if it does not count
 * @param speechSamples of the speaker, up to its end
 * @param lostRatio of the leg's last seconds of media
 */
record Reading(
        SpokenSecond second,
        @Nullable Double negative,
        @Nullable Double deltaDb,
        long speechSamples,
        double lostRatio) {}
