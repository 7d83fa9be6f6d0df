package io.undertone.udfs.frontend;

import io.undertone.udfs.audio.Level;

/** Brings each window to one RMS level before another front end hears it. */
final class Levelled implements FrontEnd {
    private final double dbfs;
    private final FrontEnd next;
    private final float[] levelled;

    Levelled(double dbfs, FrontEnd next, int maxSamples) {
        this.dbfs = dbfs;
        this.next = next;
        this.levelled = new float[maxSamples];
    }

    @Override
    public int minSamples() {
        return next.minSamples();
    }

    @Override
    public int[] shape(int samples) {
        return next.shape(samples);
    }

    @Override
    public int length(int samples) {
        return next.length(samples);
    }

    @Override
    public void features(float[] samples, int from, int count, float[] out, int at) {
        SampleCounts.requireAtMost(levelled.length, count);
        float gain = (float) Level.gain(samples, from, count, dbfs);
        for (int i = 0; i < count; i++) {
            levelled[i] = gain * samples[from + i];
        }
        next.features(levelled, 0, count, out, at);
    }
}
