package io.undertone.local.live;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of somebody's speech whose mood was read, or was to be; seconds from the call's start.
 *
 * @param number from 1 per leg
 * @param classes the model's own, by label; empty where it did not answer
 * @param moods raw; null where the model did not answer
 * @param smoothed over the speaker's windows up to this one
 * @param failure why there are no scores; null where there are
 */
public record MoodWindow(
        String legId,
        int number,
        double beginS,
        double endS,
        String role,
        @Nullable String speakerId,
        Map<String, Double> classes,
        @Nullable Moods moods,
        Moods smoothed,
        @Nullable String failure) {}
