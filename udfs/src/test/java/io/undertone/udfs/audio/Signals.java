package io.undertone.udfs.audio;

import java.util.Random;

/** Signals with known properties, for tests. */
public final class Signals {
    private Signals() {}

    /** A sine whose peak lies at {@code peakDbfs}. */
    public static short[] sine(int rateHz, double hz, double peakDbfs, double seconds) {
        double amplitude = 32_768 * Math.pow(10, peakDbfs / 20);
        short[] samples = new short[(int) Math.round(seconds * rateHz)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Samples.clip(amplitude * Math.sin(2 * Math.PI * hz * i / rateHz));
        }
        return samples;
    }

    public static short[] noise(long seed, int samples) {
        var random = new Random(seed);
        short[] noise = new short[samples];
        for (int i = 0; i < samples; i++) {
            noise[i] = (short) random.nextInt(Short.MIN_VALUE, Short.MAX_VALUE + 1);
        }
        return noise;
    }

    /** Level in dB of the component at {@code hz} of {@code samples[from, to)} against a sine of full scale. */
    static double levelAt(short[] samples, int from, int to, int rateHz, double hz) {
        double cosine = 0;
        double sine = 0;
        double windowSum = 0;
        for (int i = from; i < to; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - from + 0.5) / (to - from));
            double angle = 2 * Math.PI * hz * i / rateHz;
            cosine += window * samples[i] * Math.cos(angle);
            sine += window * samples[i] * Math.sin(angle);
            windowSum += window;
        }
        return 20 * Math.log10(2 * Math.hypot(cosine, sine) / windowSum / 32_768);
    }

    /** RMS of {@code samples[from, to)} in dB against that of a full-scale sine. */
    static double rmsLevel(short[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return 10 * Math.log10(Math.max(sum / (to - from), 1e-9) * 2) - 20 * Math.log10(32_768);
    }
}
