package io.undertone.udfs.audio;

/**
 * The telephone line through which models are measured: 8 kHz, 300 to 3400 Hz, half of full scale, μ-law.
 *
 * <p>It is a stated test condition and no model of a network: figures of different models are comparable because all
 * went through this one.
 */
public final class TelephoneChannel {
    /**
     * Butterworth's band-pass of fourth order, 300 to 3400 Hz at 8 kHz, as second-order sections b0 b1 b2 a1 a2: {@code
     * scipy.signal.butter(4, [300 / 4000, 3400 / 4000], "band", output="sos")} of scipy 1.17.1.
     */
    private static final double[][] SECTIONS = {
        {0.38783095426643777, 0.7756619085328755, 0.38783095426643777, 1.2274704860994592, 0.39450250896553396},
        {1.0, -2.0, 1.0, -1.583868533292729, 0.6336862439335336},
        {1.0, 2.0, 1.0, 1.5250350254256015, 0.7146213626170144},
        {1.0, -2.0, 1.0, -1.7905664366124538, 0.8422361647626042}
    };

    private static final double PEAK = 0.5;
    /** Keeps the peak of silence from being a division by zero. */
    private static final double NOTHING = 1e-9;

    private static final double MU = 255;

    private TelephoneChannel() {}

    /** What arrives, at 8 kHz, of samples within −1…1 at {@code fromHz}. */
    public static float[] hear(float[] samples, int fromHz) {
        float[] heard = Resampler.resampled(samples, fromHz, Recording.TELEPHONE_HZ);
        double[] line = new double[heard.length];
        for (int i = 0; i < line.length; i++) {
            line[i] = heard[i];
        }
        for (double[] section : SECTIONS) {
            filter(section, line);
        }
        double scale = PEAK / (peak(line) + NOTHING);
        for (int i = 0; i < line.length; i++) {
            heard[i] = (float) throughMuLaw(scale * line[i]);
        }
        return heard;
    }

    /** A second-order section in place, in transposed direct form II. */
    private static void filter(double[] section, double[] line) {
        double s1 = 0;
        double s2 = 0;
        for (int i = 0; i < line.length; i++) {
            double in = line[i];
            double out = section[0] * in + s1;
            s1 = section[1] * in - section[3] * out + s2;
            s2 = section[2] * in - section[4] * out;
            line[i] = out;
        }
    }

    private static double peak(double[] line) {
        double peak = 0;
        for (double sample : line) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    /** μ-law by its continuous formula in 256 even steps, which G.711 approximates by segments. */
    private static double throughMuLaw(double sample) {
        double compressed = Math.signum(sample) * Math.log1p(MU * Math.abs(sample)) / Math.log1p(MU);
        double step = Math.rint((compressed + 1) / 2 * MU) / MU * 2 - 1;
        return Math.signum(step) * (Math.pow(1 + MU, Math.abs(step)) - 1) / MU;
    }
}
