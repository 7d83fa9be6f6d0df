package io.undertone.local.live;

import org.jspecify.annotations.Nullable;

/**
 * What was heard on one leg in one second of media.
 *
 * @param second of the call's timeline, from 0
 * @param speaker CUSTOMER, AGENT, OTHER or OVERLAP; UNKNOWN where nobody compared voices
 * @param moods smoothed; null where none is read
 * @param loudnessDeltaDb over the speaker's own baseline; null where there is none
 */
public record HeardSecond(
        String legId,
        String role,
        long second,
        boolean speaking,
        @Nullable Double momentaryLufs,
        double lostRatio,
        String speaker,
        @Nullable String speakerId,
        @Nullable Moods moods,
        @Nullable Double loudnessDeltaDb) {
    /** Who speaks: by voice, else as the leg says; null in silence. */
    public @Nullable String who() {
        if (!speaking) {
            return null;
        }
        String known = speaker.equals("UNKNOWN") ? role : speaker;
        return speakerId == null ? known : known + " " + speakerId;
    }

    /** The same, for a leg of which nothing may be known but how it sounds. */
    HeardSecond withoutMoods() {
        return new HeardSecond(legId, role, second, speaking, momentaryLufs, lostRatio, speaker, speakerId, null, null);
    }
}
