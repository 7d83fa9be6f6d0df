package io.undertone.udfs.audio;

/**
 * The impulse response of a Kaiser-windowed low-pass filter, as a function of continuous time.
 *
 * <p>Length and shape follow Kaiser's formulas (Oppenheim and Schafer, "Discrete-Time Signal Processing", 7.5.3). All
 * frequencies are in cycles per sample, times in samples.
 */
final class KaiserSinc {
    private final double cutoff;
    private final double halfWidth;
    private final double beta;

    /** A filter that passes up to {@code passEdge} and attenuates by {@code stopDb} (above 50) from {@code stopEdge}. */
    KaiserSinc(double passEdge, double stopEdge, double stopDb) {
        this.cutoff = (passEdge + stopEdge) / 2;
        this.halfWidth = (stopDb - 7.95) / (2.285 * 2 * Math.PI * (stopEdge - passEdge)) / 2;
        this.beta = 0.1102 * (stopDb - 8.7);
    }

    /** Samples on each side of the centre beyond which the response is zero. */
    double halfWidth() {
        return halfWidth;
    }

    double at(double time) {
        double position = time / halfWidth;
        if (Math.abs(position) >= 1) {
            return 0;
        }
        double window = bessel(beta * Math.sqrt(1 - position * position)) / bessel(beta);
        double angle = 2 * Math.PI * cutoff * time;
        return 2 * cutoff * (angle == 0 ? 1 : Math.sin(angle) / angle) * window;
    }

    /** The modified Bessel function of the first kind and order zero, by its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
