package io.undertone.udfs.inference;

import java.util.Objects;

/**
 * Speech to be asked about: {@code count} samples from {@code from} on, 8 kHz, mono, within −1…1. Whoever hands in a window does not
 * touch its samples until it is answered.
 */
public record Window(float[] samples, int from, int count) {
    public Window {
        Objects.checkFromIndexSize(from, count, samples.length);
    }

    /** All of the samples. */
    public static Window of(float[] samples) {
        return new Window(samples, 0, samples.length);
    }
}
