package io.undertone.udfs.frontend;

/** The signals of the reference vectors, made from the same formulas as in {@code models/recipes/reference_vectors.py}. */
public final class TestSignals {
    private TestSignals() {}

    public static float[] named(String name, int rateHz, int samples) {
        return switch (name) {
            case "check" -> check(rateHz, samples);
            case "noise" -> noise(rateHz, samples);
            default -> throw new IllegalArgumentException("no signal is called " + name);
        };
    }

    /** The signal of the models' self-check. */
    static float[] check(int rateHz, int samples) {
        float[] signal = new float[samples];
        for (int i = 0; i < samples; i++) {
            double t = (double) i / rateHz;
            double voice = 0.1 * sine(220, t) * (1 + 0.5 * sine(4, t));
            signal[i] = (float) (voice + 0.05 * sine(1330, t) * Math.pow(sine(3, t), 2));
        }
        return signal;
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
