package io.undertone.udfs.frontend;

import io.undertone.udfs.audio.Resampler;

/** Brings each window to the model's rate before another front end hears it. */
final class Resampled implements FrontEnd {
    private final Resampler resampler;
    private final FrontEnd next;
    private final float[] resampled;

    /** {@code longest} is the most samples that the resampler gives. */
    Resampled(Resampler resampler, FrontEnd next, int longest) {
        this.resampler = resampler;
        this.next = next;
        this.resampled = new float[longest];
    }

    @Override
    public int minSamples() {
        return resampler.inputLength(next.minSamples());
    }

    @Override
    public int[] shape(int samples) {
        return next.shape(resampler.outputLength(samples));
    }

    @Override
    public int length(int samples) {
        return next.length(resampler.outputLength(samples));
    }

    @Override
    public void features(float[] samples, int from, int count, float[] out, int at) {
        int rows = resampler.outputLength(count);
        SampleCounts.requireAtMost(resampled.length, rows);
        resampler.resample(samples, from, count, resampled, 0);
        next.features(resampled, 0, rows, out, at);
    }
}
