package io.undertone.udfs.loudness;

/**
 * The K-weighting of ITU-R BS.1770-4, a high shelf for the head and a high-pass, at any sample rate.
 *
 * <p>The standard gives coefficients for 48 kHz only. They are re-derived by the bilinear transform from the analogue
 * prototypes that Brecht De Man found ("Evaluation of implementations of the EBU R128 loudness measurement", AES 145,
 * 2018), which libebur128 and pyloudnorm use. Two points differ from these, because at 8 kHz they cost up to 0.5 dB:
 * the shelf is warped so that 997 Hz, where the standard calibrates, keeps its exact gain, and the high-pass keeps the
 * gain that it has at 48 kHz. Against the response at 48 kHz this one is within 0.03 dB up to 1 kHz and 0.44 dB up to
 * 4 kHz at 8 kHz, within 0.11 dB up to 4 kHz at 16 kHz, and exact at 48 kHz.
 */
public final class KWeighting {
    private static final double REFERENCE_HZ = 48_000;
    private static final double CALIBRATION_HZ = 997;

    private static final double SHELF_HZ = 1681.974450955533;
    private static final double SHELF_GAIN_DB = 3.999843853973347;
    private static final double SHELF_Q = 0.7071752369554196;
    /** The exponent that gives the gain in the middle of the shelf; one half would be its geometric mean. */
    private static final double SHELF_MIDDLE = 0.4996667741545416;

    private static final double HIGH_PASS_HZ = 38.13547087602444;
    private static final double HIGH_PASS_Q = 0.5003270373238773;

    /** Below this a filter's memory is inaudible; left alone, it would decay into slow denormal numbers. */
    private static final double VANISHED = 1e-30;

    private static final double FULL_SCALE = 32_768;

    private final Biquad shelf;
    private final Biquad highPass;

    public KWeighting(int sampleRateHz) {
        if (sampleRateHz < 8000) {
            throw new IllegalArgumentException("need a sample rate of at least 8000 Hz, got " + sampleRateHz);
        }
        this.shelf = shelf(sampleRateHz);
        this.highPass = highPass(sampleRateHz);
    }

    /** Sum of the squares of the weighted samples, which are scaled to ±1. Allocates nothing. */
    public double energy(KWeightingState state, short[] samples, int from, int to) {
        double s1 = state.shelf1;
        double s2 = state.shelf2;
        double h1 = state.highPass1;
        double h2 = state.highPass2;
        double sum = 0;
        for (int i = from; i < to; i++) {
            double in = samples[i] / FULL_SCALE;
            double lifted = shelf.b0 * in + s1;
            s1 = shelf.b1 * in - shelf.a1 * lifted + s2;
            s2 = shelf.b2 * in - shelf.a2 * lifted;
            double out = highPass.b0 * lifted + h1;
            h1 = highPass.b1 * lifted - highPass.a1 * out + h2;
            h2 = highPass.b2 * lifted - highPass.a2 * out;
            sum += out * out;
        }
        state.shelf1 = settled(s1);
        state.shelf2 = settled(s2);
        state.highPass1 = settled(h1);
        state.highPass2 = settled(h2);
        return sum;
    }

    private static double settled(double memory) {
        return Math.abs(memory) < VANISHED ? 0 : memory;
    }

    private static Biquad shelf(int rateHz) {
        double k =
                warped(SHELF_HZ, REFERENCE_HZ) * warped(CALIBRATION_HZ, rateHz) / warped(CALIBRATION_HZ, REFERENCE_HZ);
        double high = Math.pow(10, SHELF_GAIN_DB / 20);
        double middle = Math.pow(high, SHELF_MIDDLE);
        double a0 = 1 + k / SHELF_Q + k * k;
        return new Biquad(
                (high + middle * k / SHELF_Q + k * k) / a0,
                2 * (k * k - high) / a0,
                (high - middle * k / SHELF_Q + k * k) / a0,
                2 * (k * k - 1) / a0,
                (1 - k / SHELF_Q + k * k) / a0);
    }

    private static Biquad highPass(int rateHz) {
        double k = warped(HIGH_PASS_HZ, rateHz);
        double a0 = highPassA0(k);
        double gain = highPassA0(warped(HIGH_PASS_HZ, REFERENCE_HZ)) / a0;
        return new Biquad(gain, -2 * gain, gain, 2 * (k * k - 1) / a0, (1 - k / HIGH_PASS_Q + k * k) / a0);
    }

    private static double highPassA0(double k) {
        return 1 + k / HIGH_PASS_Q + k * k;
    }

    /** Where the bilinear transform has its image of a frequency. */
    private static double warped(double hz, double rateHz) {
        return Math.tan(Math.PI * hz / rateHz);
    }

    /** A second-order filter, normalised to a0 = 1. */
    private record Biquad(double b0, double b1, double b2, double a1, double a2) {}
}
