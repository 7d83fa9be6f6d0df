package io.undertone.udfs.model;

/** What models are checked on: a voiced tone with a syllable's rhythm and a weaker one above; the recipes make the same. */
public final class CheckSignal {
    private CheckSignal() {}

    /** The first {@code count} samples, within ±0.2. */
    public static float[] samples(int count, int sampleRateHz) {
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            double t = (double) i / sampleRateHz;
            double syllables = Math.sin(2 * Math.PI * 3 * t);
            samples[i] = (float) (0.1 * Math.sin(2 * Math.PI * 220 * t) * (1 + 0.5 * Math.sin(2 * Math.PI * 4 * t))
                    + 0.05 * Math.sin(2 * Math.PI * 1330 * t) * syllables * syllables);
        }
        return samples;
    }
}
