package io.undertone.local.live;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's uninterrupted speech; seconds from the call's start.
 *
 * @param number from 1 per leg
 * @param version from 0: a later one replaces those before
 */
public record SpokenUtterance(
        String legId,
        int number,
        int version,
        String role,
        @Nullable String speakerId,
        double beginS,
        double endS,
        @Nullable Double loudnessLufs) {}
