package io.undertone.udfs.moods;

import io.undertone.udfs.speech.SpokenFrames;

/** The last speech of one role on a leg. A POJO: keyed state of at most 25 KB. */
public class RoleSpeech {
    /** Since the last long pause, and no more than a window. */
    public SpokenFrames last = new SpokenFrames();
    /** Frames since the last spoken second, their K-weighted energy, and their samples at full scale. */
    public int fresh;

    public double energy;
    public int clipped;

    public RoleSpeech() {}

    void startSecond() {
        fresh = 0;
        energy = 0;
        clipped = 0;
    }
}
