package io.undertone.gateway;

import io.undertone.udfs.audio.Recording;

/** Units of a call's timeline. Positions are samples of 8 kHz from the call's start, which are whole microseconds. */
final class MediaTime {
    static final int SAMPLES_PER_MILLI = Recording.TELEPHONE_HZ / 1_000;
    static final int MICROS_PER_SAMPLE = 1_000_000 / Recording.TELEPHONE_HZ;

    private MediaTime() {}

    static long micros(long samples) {
        return samples * MICROS_PER_SAMPLE;
    }

    static long samples(double seconds) {
        return Math.round(seconds * Recording.TELEPHONE_HZ);
    }

    static double seconds(long samples) {
        return (double) samples / Recording.TELEPHONE_HZ;
    }
}
