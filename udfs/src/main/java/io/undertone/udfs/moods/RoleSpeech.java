package io.undertone.udfs.moods;

import io.undertone.udfs.speech.VadFrame;

/** The last speech of one role on a leg. A POJO: keyed state of at most 25 KB. */
public class RoleSpeech {
    /** Frame number n lies in slot n modulo the number of slots. */
    public byte[] muLaw = {};

    public long[] positions = {};
    /** Frames since the last long pause. */
    public long frames;
    /** Frames since the last spoken second, their K-weighted energy, and their samples at full scale. */
    public int fresh;

    public double energy;
    public int clipped;

    public RoleSpeech() {}

    static int slot(long frame) {
        return (int) (frame % MoodWindows.WINDOW_FRAMES);
    }

    /** Frames that a window of now has. */
    int held() {
        return (int) Math.min(frames, MoodWindows.WINDOW_FRAMES);
    }

    /** End of the last frame; there must be one. */
    long spokenTo() {
        return positions[slot(frames - 1)] + VadFrame.SAMPLES;
    }

    void startSecond() {
        fresh = 0;
        energy = 0;
        clipped = 0;
    }

    /** The frames held, in their order. */
    byte[] audio() {
        byte[] audio = new byte[held() * VadFrame.SAMPLES];
        for (int i = 0; i < held(); i++) {
            int from = slot(frames - held() + i) * VadFrame.SAMPLES;
            System.arraycopy(muLaw, from, audio, i * VadFrame.SAMPLES, VadFrame.SAMPLES);
        }
        return audio;
    }
}
