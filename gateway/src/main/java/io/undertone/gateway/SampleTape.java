package io.undertone.gateway;

import java.util.Arrays;

/** The samples of a recording of unknown length, as a decoder gives them. */
final class SampleTape {
    private final short[][] channels;
    private int length;

    SampleTape(int channels) {
        this.channels = new short[channels][1 << 16];
    }

    /** Makes room for {@code samples} more in each channel. */
    void widen(int samples) {
        int needed = Math.addExact(length, samples);
        if (needed > channels[0].length) {
            int size = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * channels[0].length));
            for (int channel = 0; channel < channels.length; channel++) {
                channels[channel] = Arrays.copyOf(channels[channel], size);
            }
        }
    }

    /** Puts a sample {@code ahead} of the end, where there is room. */
    void put(int channel, int ahead, short sample) {
        channels[channel][length + ahead] = sample;
    }

    /** Takes what was put as read. */
    void advance(int samples) {
        length += samples;
    }

    int length() {
        return length;
    }

    short[][] channels() {
        short[][] exact = new short[channels.length][];
        for (int channel = 0; channel < channels.length; channel++) {
            exact[channel] = Arrays.copyOf(channels[channel], length);
        }
        return exact;
    }
}
