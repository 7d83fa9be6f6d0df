package io.undertone.udfs.frontend;

/**
 * The discrete Fourier transform of complex numbers, for sizes that are products of 2 and 5.
 *
 * <p>Stockham's self-sorting algorithm (Van Loan, "Computational Frameworks for the Fast Fourier Transform", 1.7): each
 * stage splits what is left by 4, 2 or 5 and writes to the other of two buffers. A frame of 25 ms has 200 or 400
 * samples, so powers of two alone would not do. Allocates nothing once built.
 */
public final class ComplexFft {
    private static final double COS_72 = Math.cos(2 * Math.PI / 5);
    private static final double SIN_72 = Math.sin(2 * Math.PI / 5);
    private static final double COS_144 = Math.cos(4 * Math.PI / 5);
    private static final double SIN_144 = Math.sin(4 * Math.PI / 5);

    private final int size;
    /** Real and imaginary part of exp(−2πi·k / size). */
    private final double[] cosine;

    private final double[] minusSine;
    private final double[] otherRe;
    private final double[] otherIm;

    public ComplexFft(int size) {
        requireFactors(size);
        this.size = size;
        this.cosine = new double[size];
        this.minusSine = new double[size];
        for (int k = 0; k < size; k++) {
            cosine[k] = Math.cos(2 * Math.PI * k / size);
            minusSine[k] = -Math.sin(2 * Math.PI * k / size);
        }
        this.otherRe = new double[size];
        this.otherIm = new double[size];
    }

    private static void requireFactors(int size) {
        int rest = size;
        while (rest > 1 && rest % 2 == 0) rest /= 2;
        while (rest > 1 && rest % 5 == 0) rest /= 5;
        if (rest != 1) {
            throw new IllegalArgumentException("need a product of 2 and 5, got " + size);
        }
    }

    /** Replaces the numbers by their transform. */
    public void transform(double[] re, double[] im) {
        double[] fromRe = re;
        double[] fromIm = im;
        double[] toRe = otherRe;
        double[] toIm = otherIm;
        int stride = 1;
        while (stride < size) {
            stride *= stage(fromRe, fromIm, toRe, toIm, stride);
            double[] swapRe = fromRe;
            double[] swapIm = fromIm;
            fromRe = toRe;
            fromIm = toIm;
            toRe = swapRe;
            toIm = swapIm;
        }
        if (fromRe != re) {
            System.arraycopy(fromRe, 0, re, 0, size);
            System.arraycopy(fromIm, 0, im, 0, size);
        }
    }

    /** Splits each of the {@code stride} interleaved sequences further; answers into how many. */
    private int stage(double[] re, double[] im, double[] toRe, double[] toIm, int stride) {
        int left = size / stride;
        if (left % 4 == 0) {
            byFour(re, im, toRe, toIm, stride);
            return 4;
        }
        if (left % 2 == 0) {
            byTwo(re, im, toRe, toIm, stride);
            return 2;
        }
        byFive(re, im, toRe, toIm, stride);
        return 5;
    }

    private void byTwo(double[] re, double[] im, double[] toRe, double[] toIm, int stride) {
        int half = size / 2;
        for (int block = 0; block < half; block += stride) {
            for (int i = block; i < block + stride; i++) {
                int o = i + block;
                toRe[o] = re[i] + re[i + half];
                toIm[o] = im[i] + im[i + half];
                put(toRe, toIm, o + stride, re[i] - re[i + half], im[i] - im[i + half], block);
            }
        }
    }

    private void byFour(double[] re, double[] im, double[] toRe, double[] toIm, int stride) {
        int quarter = size / 4;
        for (int block = 0; block < quarter; block += stride) {
            for (int i = block; i < block + stride; i++) {
                int i2 = i + 2 * quarter;
                double evenRe = re[i] + re[i2];
                double evenIm = im[i] + im[i2];
                double evenLessRe = re[i] - re[i2];
                double evenLessIm = im[i] - im[i2];
                double oddRe = re[i + quarter] + re[i2 + quarter];
                double oddIm = im[i + quarter] + im[i2 + quarter];
                double oddLessRe = re[i + quarter] - re[i2 + quarter];
                double oddLessIm = im[i + quarter] - im[i2 + quarter];
                int o = i + 3 * block;
                toRe[o] = evenRe + oddRe;
                toIm[o] = evenIm + oddIm;
                put(toRe, toIm, o + stride, evenLessRe + oddLessIm, evenLessIm - oddLessRe, block);
                put(toRe, toIm, o + 2 * stride, evenRe - oddRe, evenIm - oddIm, 2 * block);
                put(toRe, toIm, o + 3 * stride, evenLessRe - oddLessIm, evenLessIm + oddLessRe, 3 * block);
            }
        }
    }

    private void byFive(double[] re, double[] im, double[] toRe, double[] toIm, int stride) {
        int fifth = size / 5;
        for (int block = 0; block < fifth; block += stride) {
            for (int i = block; i < block + stride; i++) {
                int o = i + 4 * block;
                toRe[o] = re[i] + re[i + fifth] + re[i + 2 * fifth] + re[i + 3 * fifth] + re[i + 4 * fifth];
                toIm[o] = im[i] + im[i + fifth] + im[i + 2 * fifth] + im[i + 3 * fifth] + im[i + 4 * fifth];
                outerFifths(re, im, toRe, toIm, i, block, stride);
                innerFifths(re, im, toRe, toIm, i, block, stride);
            }
        }
    }

    private void outerFifths(double[] re, double[] im, double[] toRe, double[] toIm, int i, int block, int stride) {
        int i1 = i + size / 5;
        int i2 = i1 + size / 5;
        int i3 = i2 + size / 5;
        int i4 = i3 + size / 5;
        double evenRe = re[i] + COS_72 * (re[i1] + re[i4]) + COS_144 * (re[i2] + re[i3]);
        double evenIm = im[i] + COS_72 * (im[i1] + im[i4]) + COS_144 * (im[i2] + im[i3]);
        double oddRe = SIN_72 * (re[i1] - re[i4]) + SIN_144 * (re[i2] - re[i3]);
        double oddIm = SIN_72 * (im[i1] - im[i4]) + SIN_144 * (im[i2] - im[i3]);
        int o = i + 4 * block;
        put(toRe, toIm, o + stride, evenRe + oddIm, evenIm - oddRe, block);
        put(toRe, toIm, o + 4 * stride, evenRe - oddIm, evenIm + oddRe, 4 * block);
    }

    private void innerFifths(double[] re, double[] im, double[] toRe, double[] toIm, int i, int block, int stride) {
        int i1 = i + size / 5;
        int i2 = i1 + size / 5;
        int i3 = i2 + size / 5;
        int i4 = i3 + size / 5;
        double evenRe = re[i] + COS_144 * (re[i1] + re[i4]) + COS_72 * (re[i2] + re[i3]);
        double evenIm = im[i] + COS_144 * (im[i1] + im[i4]) + COS_72 * (im[i2] + im[i3]);
        double oddRe = SIN_144 * (re[i1] - re[i4]) - SIN_72 * (re[i2] - re[i3]);
        double oddIm = SIN_144 * (im[i1] - im[i4]) - SIN_72 * (im[i2] - im[i3]);
        int o = i + 4 * block;
        put(toRe, toIm, o + 2 * stride, evenRe + oddIm, evenIm - oddRe, 2 * block);
        put(toRe, toIm, o + 3 * stride, evenRe - oddIm, evenIm + oddRe, 3 * block);
    }

    /** Stores a number turned by the {@code turn}-th root of unity. */
    private void put(double[] toRe, double[] toIm, int o, double re, double im, int turn) {
        toRe[o] = re * cosine[turn] - im * minusSine[turn];
        toIm[o] = re * minusSine[turn] + im * cosine[turn];
    }
}
