package io.undertone.udfs.audio;

/** 16-bit samples. */
final class Samples {
    private Samples() {}

    static short clip(double sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
    }
}
