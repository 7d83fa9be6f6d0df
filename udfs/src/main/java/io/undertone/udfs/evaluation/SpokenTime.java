package io.undertone.udfs.evaluation;

import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.speech.VadFrame;
import java.util.Arrays;

/** Where somebody spoke in a call, as the live leg heard it. */
public final class SpokenTime {
    private long[] positions = {};
    private int frames;

    /** Adds the frame of speech that begins at {@code position}. */
    public void add(long position) {
        if (frames == positions.length) {
            positions = Arrays.copyOf(positions, Math.max(64, 2 * frames));
        }
        positions[frames++] = position;
    }

    /** All of it. */
    public double seconds() {
        return (double) frames * VadFrame.SAMPLES / Recording.TELEPHONE_HZ;
    }

    /** What of it lies from {@code from} to {@code to}, samples of the call's timeline. */
    public double seconds(long from, long to) {
        long samples = 0;
        for (int i = 0; i < frames; i++) {
            long begin = Math.max(from, positions[i]);
            long end = Math.min(to, positions[i] + VadFrame.SAMPLES);
            samples += Math.max(0, end - begin);
        }
        return (double) samples / Recording.TELEPHONE_HZ;
    }
}
