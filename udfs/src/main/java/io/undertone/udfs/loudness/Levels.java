package io.undertone.udfs.loudness;

/** The units in which Undertone says how loud. */
public final class Levels {
    /** What digital silence reads, in dBFS and in LUFS: nothing is −∞ or NaN. 30 dB below one step of 16 bits. */
    public static final double FLOOR = -120;

    /** Makes a 997 Hz sine read its own level although K-weighting lifts it (BS.1770-4, annex 1). */
    private static final double CALIBRATION = -0.691;

    private Levels() {}

    /** Decibels of an amplitude over full scale, which is 1. A full-scale sine has an RMS of −3.01 dBFS. */
    public static double dbfs(double amplitude) {
        return Math.max(FLOOR, 20 * Math.log10(amplitude));
    }

    /** Loudness of one channel from the mean square of its K-weighted signal (BS.1770-4, equation 2). */
    public static double lufs(double meanSquare) {
        return Math.max(FLOOR, CALIBRATION + 10 * Math.log10(meanSquare));
    }

    /** The mean square whose loudness is {@code lufs}. */
    static double meanSquare(double lufs) {
        return Math.pow(10, (lufs - CALIBRATION) / 10);
    }
}
