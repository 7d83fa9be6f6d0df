package io.undertone.udfs.frontend;

/**
 * The power spectrum of real frames of an even size whose half is a product of 2 and 5.
 *
 * <p>Even and odd samples are transformed as the two parts of complex numbers, which halves the work. Allocates nothing
 * once built.
 */
public final class PowerSpectrum {
    private final int half;
    private final ComplexFft fft;
    /** Real and imaginary part of exp(−2πi·k / size). */
    private final double[] cosine;

    private final double[] minusSine;
    private final double[] re;
    private final double[] im;

    public PowerSpectrum(int size) {
        if (size < 2 || size % 2 != 0) {
            throw new IllegalArgumentException("need an even size, got " + size);
        }
        this.half = size / 2;
        this.fft = new ComplexFft(half);
        this.cosine = new double[half];
        this.minusSine = new double[half];
        for (int k = 0; k < half; k++) {
            cosine[k] = Math.cos(2 * Math.PI * k / size);
            minusSine[k] = -Math.sin(2 * Math.PI * k / size);
        }
        this.re = new double[half];
        this.im = new double[half];
    }

    /** Writes the squared magnitudes of bins 0 to size / 2, both included. */
    public void of(double[] frame, double[] power) {
        for (int i = 0; i < half; i++) {
            re[i] = frame[2 * i];
            im[i] = frame[2 * i + 1];
        }
        fft.transform(re, im);
        power[0] = (re[0] + im[0]) * (re[0] + im[0]);
        power[half] = (re[0] - im[0]) * (re[0] - im[0]);
        for (int k = 1; k <= half / 2; k++) {
            pair(k, half - k, power);
        }
    }

    /** Bins k and size / 2 − k, out of the spectra of even and odd samples. */
    private void pair(int k, int mirror, double[] power) {
        double evenRe = (re[k] + re[mirror]) / 2;
        double evenIm = (im[k] - im[mirror]) / 2;
        double oddRe = (im[k] + im[mirror]) / 2;
        double oddIm = (re[mirror] - re[k]) / 2;
        double turnedRe = oddRe * cosine[k] - oddIm * minusSine[k];
        double turnedIm = oddRe * minusSine[k] + oddIm * cosine[k];
        power[k] = square(evenRe + turnedRe, evenIm + turnedIm);
        power[mirror] = square(evenRe - turnedRe, evenIm - turnedIm);
    }

    private static double square(double re, double im) {
        return re * re + im * im;
    }
}
