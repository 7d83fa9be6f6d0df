package io.undertone.udfs.speech;

/** Turns per-frame speech probabilities into speech starts and ends, with hysteresis. */
public final class VadGate {
    /** What a frame settled. */
    public enum Edge {
        NONE,
        /** The last {@link SpeechSettings#minSpeechFrames} frames, this one included, were speech. */
        SPEECH_STARTED,
        /** The last {@link SpeechSettings#minSilenceFrames} frames, this one included, were silence. */
        SPEECH_ENDED
    }

    private final SpeechSettings settings;

    public VadGate(SpeechSettings settings) {
        this.settings = settings;
    }

    /** Advances {@code state} by one frame. Allocates nothing. */
    public Edge advance(VadState state, float speechProbability) {
        if (!settings.contradicts(state.speaking, speechProbability)) {
            state.runLength = 0;
            return Edge.NONE;
        }
        int needed = state.speaking ? settings.minSilenceFrames() : settings.minSpeechFrames();
        if (++state.runLength < needed) {
            return Edge.NONE;
        }
        state.speaking = !state.speaking;
        state.runLength = 0;
        return state.speaking ? Edge.SPEECH_STARTED : Edge.SPEECH_ENDED;
    }

    /** Closes at a gap: frames not settled yet take the label in force, and what comes next starts in silence. */
    public Edge cut(VadState state) {
        Edge edge = state.speaking ? Edge.SPEECH_ENDED : Edge.NONE;
        state.speaking = false;
        state.runLength = 0;
        return edge;
    }

    /** Frames at the end whose label is not decided yet. */
    public int unsettledFrames(VadState state) {
        return state.runLength;
    }
}
