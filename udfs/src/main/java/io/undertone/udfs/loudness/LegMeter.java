package io.undertone.udfs.loudness;

import org.jspecify.annotations.Nullable;

/**
 * All that is measured of one leg's levels, at 8 kHz: each second's, those of the whole leg, its loudness in speech.
 *
 * <p>The leg is fed sample by sample in order. After each {@link #advance}, {@link #jump} and {@link #finish} at most
 * one second has ended; it is taken before the next call, or that call fails. Results don't depend on how the leg was
 * cut into frames, but for the last digits of floating-point sums.
 */
public final class LegMeter {
    /** Samples in a second. */
    public static final int SAMPLE_RATE_HZ = 8000;

    private static final KWeighting WEIGHTING = new KWeighting(SAMPLE_RATE_HZ);

    private LegMeter() {}

    /**
     * Measures {@code samples[from, to)}, at most a second, the first of which lies at {@code position}. Allocates
     * nothing, unless the speech histogram widens.
     *
     * @param concealedSamples how many of the samples conceal a loss
     * @return their K-weighted energy: the sum of the squares of the weighted samples, scaled to ±1
     */
    public static double advance(
            LegMeterState state, long position, short[] samples, int from, int to, int concealedSamples) {
        check(state, position, to - from, concealedSamples);
        double energy = 0;
        int concealed = concealedSamples;
        for (int at = from; at < to; ) {
            int untilSecond = SAMPLE_RATE_HZ - (int) (state.position % SAMPLE_RATE_HZ);
            int end = at + Math.min(to - at, Math.min(untilSecond, SpeechLoudness.room(state.speech)));
            int lost = (int) ((long) concealed * (end - at) / (to - at));
            energy += measure(state, samples, at, end, lost);
            concealed -= lost;
            at = end;
        }
        return energy;
    }

    /** The leg has a gap and goes on at {@code position}: filters start anew, unfinished blocks are dropped. */
    public static void jump(LegMeterState state, long position) {
        if (position / SAMPLE_RATE_HZ != state.started.second) {
            endSecond(state);
        }
        state.weighting.reset();
        SpeechLoudness.interrupt(state.speech);
        state.continuous = false;
        state.position = position;
    }

    /** The leg is over: the second that was started ends with what it had. */
    public static void finish(LegMeterState state) {
        endSecond(state);
    }

    /**
     * The speech gate's verdict on {@code [from, to)}. Verdicts come in order, don't overlap, may leave stretches out
     * (these are no speech), and are on samples that were fed.
     */
    public static void settle(LegMeterState state, long from, long to, boolean speech) {
        if (from > to || to > state.position) {
            throw new IllegalArgumentException(
                    "need a stretch that ends by sample %d, got [%d, %d)".formatted(state.position, from, to));
        }
        SpeechLoudness.settle(state.speech, from, to, speech);
    }

    /** Whether a second has ended that {@link #takeSecond} gives. */
    public static boolean secondIsFull(LegMeterState state) {
        return !state.ended.isEmpty();
    }

    /** The second that has ended, once. */
    public static LevelReading takeSecond(LegMeterState state) {
        if (state.ended.isEmpty()) {
            throw new IllegalStateException("no second has ended, the leg is at sample " + state.position);
        }
        LevelReading reading = LevelReading.of(state.ended);
        state.ended.clear();
        return reading;
    }

    /** Gated loudness of the leg's speech, in LUFS; null when none of it was speech above −70 LUFS. */
    public static @Nullable Double speechLufs(LegMeterState state) {
        return GatedLoudness.lufs(state.speech.gated);
    }

    /** Levels of all that was fed so far. */
    public static AudioProperties properties(LegMeterState state) {
        var all = new LevelTally();
        all.add(state.leg);
        all.add(state.started.levels);
        return AudioProperties.of(all);
    }

    private static void check(LegMeterState state, long position, int count, int concealed) {
        if (position != state.position) {
            throw new IllegalArgumentException(
                    "expected sample %d next, got %d: a gap is a jump".formatted(state.position, position));
        }
        if (count < 0 || count > SAMPLE_RATE_HZ || concealed < 0 || concealed > count) {
            throw new IllegalArgumentException(
                    "need at most %d samples and no more concealed than there are, got %d and %d"
                            .formatted(SAMPLE_RATE_HZ, count, concealed));
        }
    }

    /** Measures samples that lie in one sub-block and one second. */
    private static double measure(LegMeterState state, short[] samples, int from, int to, int concealed) {
        SecondTally second = state.started;
        second.second = state.position / SAMPLE_RATE_HZ;
        second.levels.add(samples, from, to, state.continuous ? state.before : samples[from]);
        second.levels.concealed += concealed;
        state.before = samples[to - 1];
        state.continuous = true;
        state.position += to - from;
        double energy = WEIGHTING.energy(state.weighting, samples, from, to);
        double momentary = SpeechLoudness.add(state.speech, energy, to - from, state.position);
        if (momentary >= 0) {
            second.momentary = momentary;
        }
        if (state.position % SAMPLE_RATE_HZ == 0) {
            endSecond(state);
        }
        return energy;
    }

    private static void endSecond(LegMeterState state) {
        if (state.started.isEmpty()) {
            return;
        }
        if (!state.ended.isEmpty()) {
            throw new IllegalStateException("second %d was not taken before second %d ended"
                    .formatted(state.ended.second, state.started.second));
        }
        SecondTally ended = state.started;
        state.leg.add(ended.levels);
        state.started = state.ended;
        state.ended = ended;
    }
}
