package io.undertone.udfs.loudness;

/**
 * Cuts a leg into the momentary blocks of BS.1770-4, 400 ms every 100 ms, and counts those whose middle was speech.
 *
 * <p>A block is counted when it is whole (200 ms after its middle) and the speech gate has called its middle speech
 * (up to 0.3 s after it): whichever comes last. Until then it waits. At most eight wait, 0.8 s of them; if the gate lags
 * more than that, the oldest is left out.
 */
final class SpeechLoudness {
    static final int SUB_BLOCK = 800;
    static final int MOST_WAITING = 8;
    static final double NONE = -1;

    private static final int BLOCK = 4 * SUB_BLOCK;

    private SpeechLoudness() {}

    /** Samples until the sub-block is whole: {@link #add} takes no more than these at once. */
    static int room(SpeechLoudnessState state) {
        return SUB_BLOCK - state.samples;
    }

    /**
     * Takes the K-weighted energy of samples that end at {@code position}.
     *
     * @return the mean square of the momentary block that ends there, or {@link #NONE}
     */
    static double add(SpeechLoudnessState state, double energy, int samples, long position) {
        state.energy += energy;
        state.samples += samples;
        if (state.samples < SUB_BLOCK) {
            return NONE;
        }
        double last = state.energy;
        double meanSquare =
                state.wholeSubBlocks < 3 ? NONE : (state.third + state.second + state.latest + last) / BLOCK;
        state.third = state.second;
        state.second = state.latest;
        state.latest = last;
        state.wholeSubBlocks = Math.min(3, state.wholeSubBlocks + 1);
        state.energy = 0;
        state.samples = 0;
        if (meanSquare >= 0) {
            complete(state, position - BLOCK / 2, meanSquare);
        }
        if (state.wholeSubBlocks >= 2) {
            await(state, position);
        }
        return meanSquare;
    }

    /** The gate's verdict on {@code [from, to)}; blocks before it that have none yet won't get one and are left out. */
    static void settle(SpeechLoudnessState state, long from, long to, boolean speech) {
        for (int i = state.waiting - 1; i >= 0; i--) {
            if (state.middles[i] >= to || state.speech[i]) {
                continue;
            }
            if (!speech || state.middles[i] < from) {
                remove(state, i);
            } else if (state.meanSquares[i] >= 0) {
                GatedLoudness.add(state.gated, state.meanSquares[i]);
                remove(state, i);
            } else {
                state.speech[i] = true;
            }
        }
    }

    /** Drops what isn't whole: the media has a gap. */
    static void interrupt(SpeechLoudnessState state) {
        while (state.waiting > 0 && state.meanSquares[state.waiting - 1] < 0) {
            state.waiting--;
        }
        state.energy = 0;
        state.samples = 0;
        state.wholeSubBlocks = 0;
    }

    private static void complete(SpeechLoudnessState state, long middle, double meanSquare) {
        for (int i = 0; i < state.waiting; i++) {
            if (state.middles[i] != middle) {
                continue;
            }
            if (state.speech[i]) {
                GatedLoudness.add(state.gated, meanSquare);
                remove(state, i);
            } else {
                state.meanSquares[i] = meanSquare;
            }
            return;
        }
    }

    private static void await(SpeechLoudnessState state, long middle) {
        if (state.waiting == MOST_WAITING) {
            remove(state, 0);
        }
        state.middles[state.waiting] = middle;
        state.meanSquares[state.waiting] = NONE;
        state.speech[state.waiting] = false;
        state.waiting++;
    }

    private static void remove(SpeechLoudnessState state, int index) {
        int after = state.waiting - index - 1;
        System.arraycopy(state.middles, index + 1, state.middles, index, after);
        System.arraycopy(state.meanSquares, index + 1, state.meanSquares, index, after);
        System.arraycopy(state.speech, index + 1, state.speech, index, after);
        state.waiting--;
    }
}
