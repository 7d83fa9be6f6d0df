package io.undertone.udfs.voices;

import io.undertone.udfs.frontend.ComplexFft;

/**
 * Whether two legs carry the same signal: their normalised cross-correlation over the first 10 s of common speech, in blocks of
 * 2 s, at the one lag within 500 ms that the first block shows. Judged once.
 */
public final class LegLikeness {
    /** Samples of a block, and how far the legs may lag behind each other, either way. */
    public static final int BLOCK = 16_000;

    static final int MOST_LAG = 4_000;

    /** Lags summed up: the one found and its neighbours, for clocks drift. */
    static final int LAGS = 5;

    private static final int BESIDE = LAGS / 2;
    private static final int BLOCKS = 5;
    private static final double SAME = 0.95;

    /** Holds a block of either leg and the lag between them: 20,000 and a power of two. */
    private static final int SIZE = 32_768;

    private LegLikeness() {}

    /**
     * Takes in a block of {@link #BLOCK} samples, the same stretch of both legs, in which somebody speaks. Answers whether it is
     * judged now.
     */
    public static boolean hear(LikenessState s, short[] one, short[] other) {
        if (one.length != BLOCK || other.length != BLOCK) {
            throw new IllegalArgumentException(
                    "need blocks of %d samples, got %d and %d".formatted(BLOCK, one.length, other.length));
        }
        if (s.judged) {
            return true;
        }
        if (!s.searched) {
            s.lag = lag(one, other);
            s.searched = true;
        }
        for (int beside = 0; beside < LAGS; beside++) {
            add(s, one, other, beside);
        }
        s.blocks++;
        if (s.blocks == BLOCKS) {
            judge(s);
        }
        return s.judged;
    }

    /** Only what both have at this lag is compared: the same middle of the block for all lags. */
    private static void add(LikenessState s, short[] one, short[] other, int beside) {
        int most = Math.abs(s.lag) + BESIDE;
        int lag = s.lag + beside - BESIDE;
        for (int i = most; i < BLOCK - most; i++) {
            double a = one[i];
            double b = other[i + lag];
            s.products[beside] += a * b;
            s.otherSquares[beside] += b * b;
            s.oneSquares += beside == BESIDE ? a * a : 0;
        }
    }

    private static void judge(LikenessState s) {
        double most = 0;
        for (int beside = 0; beside < LAGS; beside++) {
            double norm = Math.sqrt(s.oneSquares * s.otherSquares[beside]);
            most = Math.max(most, norm > 0 ? s.products[beside] / norm : 0);
        }
        s.same = Embeddings.rounded(most) > SAME;
        s.judged = true;
    }

    /** The lag at which the two are most alike, by how much they have in common there (not by how loud it is). */
    private static int lag(short[] one, short[] other) {
        double[] products = products(one, other);
        double[] oneSquares = squares(one);
        double[] otherSquares = squares(other);
        int best = 0;
        double most = -1;
        for (int lag = -MOST_LAG; lag <= MOST_LAG; lag++) {
            int from = Math.max(0, -lag);
            int to = Math.min(BLOCK, BLOCK - lag);
            double a = oneSquares[to] - oneSquares[from];
            double b = otherSquares[to + lag] - otherSquares[from + lag];
            double likeness = a > 0 && b > 0 ? products[Math.floorMod(lag, SIZE)] / Math.sqrt(a * b) : 0;
            if (likeness > most) {
                most = likeness;
                best = lag;
            }
        }
        return best;
    }

    /** Sum over i of one[i] · other[i + lag], for every lag modulo {@link #SIZE}. */
    private static double[] products(short[] one, short[] other) {
        double[] re = new double[SIZE];
        double[] im = new double[SIZE];
        for (int i = 0; i < BLOCK; i++) {
            re[i] = one[i];
            im[i] = other[i];
        }
        var fft = new ComplexFft(SIZE);
        fft.transform(re, im);
        double[] crossRe = new double[SIZE];
        double[] crossIm = new double[SIZE];
        for (int k = 0; k < SIZE; k++) {
            int mirror = (SIZE - k) % SIZE;
            double aRe = (re[k] + re[mirror]) / 2;
            double aIm = (im[k] - im[mirror]) / 2;
            double bRe = (im[k] + im[mirror]) / 2;
            double bIm = (re[mirror] - re[k]) / 2;
            crossRe[k] = aRe * bRe + aIm * bIm;
            // The conjugate, so that a forward transform inverts.
            crossIm[k] = -(aRe * bIm - aIm * bRe);
        }
        fft.transform(crossRe, crossIm);
        for (int i = 0; i < SIZE; i++) {
            crossRe[i] /= SIZE;
        }
        return crossRe;
    }

    private static double[] squares(short[] samples) {
        double[] sums = new double[samples.length + 1];
        for (int i = 0; i < samples.length; i++) {
            sums[i + 1] = sums[i] + (double) samples[i] * samples[i];
        }
        return sums;
    }
}
