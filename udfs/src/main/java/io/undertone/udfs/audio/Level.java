package io.undertone.udfs.audio;

/** The RMS level of samples within −1…1, in dBFS: a full-scale sine has −3.01. Allocates nothing. */
public final class Level {
    /** A third of one step of 16 bits: below it there is no signal, and raising it would make one of rounding errors. */
    private static final double SILENCE = 1e-5;

    private Level() {}

    /** The factor that brings {@code samples[from, from + count)} to {@code dbfs}; 1 for silence. */
    public static double gain(float[] samples, int from, int count, double dbfs) {
        double rms = rms(samples, from, count);
        return rms < SILENCE ? 1 : Math.pow(10, dbfs / 20) / rms;
    }

    private static double rms(float[] samples, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / Math.max(1, count));
    }
}
