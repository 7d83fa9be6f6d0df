package io.undertone.udfs.frontend;

/**
 * The samples themselves, [samples].
 *
 * <p>Normalised, they have mean 0 and variance 1 over the window, as Hugging Face's {@code Wav2Vec2FeatureExtractor}
 * makes them for wav2vec 2.0, HuBERT and DistilHuBERT where their configuration says {@code do_normalize}.
 */
final class Waveform implements FrontEnd {
    /** The extractor's guard against silence. */
    private static final double LEAST_VARIANCE = 1e-7;

    private final boolean normalised;

    Waveform(boolean normalised) {
        this.normalised = normalised;
    }

    @Override
    public int minSamples() {
        return 1;
    }

    @Override
    public int[] shape(int samples) {
        return new int[] {length(samples)};
    }

    @Override
    public int length(int samples) {
        SampleCounts.requireAtLeast(1, samples);
        return samples;
    }

    @Override
    public void features(float[] samples, int from, int count, float[] out, int at) {
        SampleCounts.requireAtLeast(1, count);
        if (!normalised) {
            System.arraycopy(samples, from, out, at, count);
            return;
        }
        double mean = mean(samples, from, count);
        double scale = 1 / Math.sqrt(variance(samples, from, count, mean) + LEAST_VARIANCE);
        for (int i = 0; i < count; i++) {
            out[at + i] = (float) ((samples[from + i] - mean) * scale);
        }
    }

    private static double mean(float[] samples, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += samples[i];
        }
        return sum / count;
    }

    private static double variance(float[] samples, int from, int count, double mean) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (samples[i] - mean) * (samples[i] - mean);
        }
        return sum / count;
    }
}
