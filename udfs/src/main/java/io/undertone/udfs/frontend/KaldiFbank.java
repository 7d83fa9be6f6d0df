package io.undertone.udfs.frontend;

/**
 * Kaldi-compatible log-mel energies, 80 bands from 20 Hz to half the rate, less their mean over the window: [frames,
 * 80]. What WeSpeaker, CAM++ and ECAPA models take.
 *
 * <p>Frames of 25 ms every 10 ms that lie in the window wholly (Kaldi's {@code snip_edges}), without dither; samples
 * count on a scale of 16 bits, as WeSpeaker feeds them. Before mean normalisation it equals {@code compute-fbank-feats
 * --dither=0 --num-mel-bins=80}.
 */
final class KaldiFbank implements FrontEnd {
    private static final int BANDS = 80;
    private static final double LOW_HZ = 20;
    private static final double PRE_EMPHASIS = 0.97;
    private static final double FULL_SCALE = 32_768;
    /** Kaldi's floor under the logarithm: the epsilon of single precision. */
    private static final double LEAST_ENERGY = Math.ulp(1f);

    private final int frame;
    private final int hop;
    private final double[] window;
    /** A frame, with silence up to a power of two. */
    private final double[] windowed;

    private final PowerSpectrum spectrum;
    private final double[] power;
    private final MelBands bands;

    KaldiFbank(int sampleRateHz, KaldiWindow shape) {
        if (sampleRateHz < 4000 || sampleRateHz % 1000 != 0) {
            throw new IllegalArgumentException(
                    "front end kaldi-fbank needs whole kHz from 4000 Hz on, got " + sampleRateHz);
        }
        this.frame = sampleRateHz / 40;
        this.hop = sampleRateHz / 100;
        this.window = shape.weights(frame);
        int size = Integer.highestOneBit(2 * frame - 1);
        this.windowed = new double[size];
        this.spectrum = new PowerSpectrum(size);
        this.power = new double[size / 2 + 1];
        this.bands = MelBands.kaldi(BANDS, sampleRateHz, size, LOW_HZ);
    }

    @Override
    public int minSamples() {
        return frame;
    }

    @Override
    public int[] shape(int samples) {
        return new int[] {frames(samples), BANDS};
    }

    @Override
    public int length(int samples) {
        return frames(samples) * BANDS;
    }

    @Override
    public void features(float[] samples, int from, int count, float[] out, int at) {
        int frames = frames(count);
        for (int t = 0; t < frames; t++) {
            fillWindow(samples, from + t * hop);
            spectrum.of(windowed, power);
            for (int band = 0; band < BANDS; band++) {
                out[at + t * BANDS + band] = (float) Math.log(Math.max(bands.energy(band, power), LEAST_ENERGY));
            }
        }
        for (int band = 0; band < BANDS; band++) {
            subtractMean(out, at + band, frames);
        }
    }

    /** The frame from sample {@code from} on: without its mean, pre-emphasised, weighted. */
    private void fillWindow(float[] samples, int from) {
        double sum = 0;
        for (int i = 0; i < frame; i++) {
            sum += samples[from + i];
        }
        double mean = sum / frame;
        // Kaldi takes the first sample for the one before it.
        double before = samples[from] - mean;
        for (int i = 0; i < frame; i++) {
            double sample = samples[from + i] - mean;
            windowed[i] = FULL_SCALE * (sample - PRE_EMPHASIS * before) * window[i];
            before = sample;
        }
    }

    private static void subtractMean(float[] out, int first, int frames) {
        double sum = 0;
        for (int t = 0; t < frames; t++) {
            sum += out[first + t * BANDS];
        }
        float mean = (float) (sum / frames);
        for (int t = 0; t < frames; t++) {
            out[first + t * BANDS] -= mean;
        }
    }

    private int frames(int samples) {
        SampleCounts.requireAtLeast(frame, samples);
        return 1 + (samples - frame) / hop;
    }
}
