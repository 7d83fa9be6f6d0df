package io.undertone.udfs.voices;

/**
 * When a leg's speech is embedded; durations in frames of 32 ms of speech.
 *
 * @param most frames a window has at most: what the leg's buffer holds
 * @param fewest frames a window has at least
 * @param every frames of speech from one window to the next
 * @param atPauses whether a pause ends a window early, so that none of the next ones begins with what came before it
 */
record VoiceWindowSettings(int most, int fewest, int every, boolean atPauses) {
    /** 2 s: what may teach a voice. */
    static final int TEACHING_FRAMES = 63;

    /** A quarter of a second: less speech between two pauses is not worth a question. */
    static final int SCRAP_FRAMES = 8;

    /** Three quarters of a second: the opening, which may be all that somebody says before the other one answers, … */
    static final int OPENING_FRAMES = 24;

    /** … or half a second, if a pause follows. */
    static final int SHORTEST_OPENING_FRAMES = 16;

    /** The last 2 s (1.5 s at first), every 0.5 s of speech. */
    static final VoiceWindowSettings MIXED = new VoiceWindowSettings(TEACHING_FRAMES, 47, 16, true);

    /**
     * 2 s out of every 10 s of speech. Three of them cost half as much again, in CPU and in state, and tell the legs of a real call
     * apart by 0.935 to 0.337 instead of 0.912 to 0.333.
     */
    static final VoiceWindowSettings SEPARATE = new VoiceWindowSettings(TEACHING_FRAMES, TEACHING_FRAMES, 313, false);

    /** Whether what a leg begins with, {@code held} frames of speech, is to be asked about. */
    boolean opens(int held, boolean pause) {
        return atPauses && held >= (pause ? SHORTEST_OPENING_FRAMES : OPENING_FRAMES);
    }

    /** Frames that a window is cut after, once it has enough of them. */
    int due() {
        return atPauses ? every : most;
    }

    /** Frames to pass over after a window. */
    int passing() {
        return every - due();
    }
}
