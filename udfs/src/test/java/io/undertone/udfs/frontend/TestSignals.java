package io.undertone.udfs.frontend;

import io.undertone.udfs.model.CheckSignal;

/** The signals of the reference vectors, made from the same formulas as in {@code models/recipes/reference_vectors.py}. */
public final class TestSignals {
    private TestSignals() {}

    public static float[] named(String name, int rateHz, int samples) {
        return switch (name) {
            case "check" -> CheckSignal.samples(samples, rateHz);
            case "noise" -> noise(rateHz, samples);
            default -> throw new IllegalArgumentException("no signal is called " + name);
        };
    }

    /** White noise of a linear congruential generator and a tone of 440 Hz. */
    static float[] noise(int rateHz, int samples) {
        float[] signal = new float[samples];
        long state = 1;
        for (int i = 0; i < samples; i++) {
            state = (state * 1_664_525 + 1_013_904_223) & 0xFFFF_FFFFL;
            signal[i] = (float) (0.1 * (state / 2_147_483_648.0 - 1) + 0.2 * sine(440, (double) i / rateHz));
        }
        return signal;
    }

    private static double sine(double hz, double seconds) {
        return Math.sin(2 * Math.PI * hz * seconds);
    }
}
