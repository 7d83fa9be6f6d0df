package io.undertone.udfs.voices;

/** A window of the last few, with what the model made of it. A POJO: keyed state. */
public class HeardWindow {
    /** Of length 1; empty where there is no answer to go by: such a window has no vote. */
    public float[] embedding = {};

    public boolean teaches;
    public long centre;
    /** Its speech ends after so many frames of the leg's, and has so many. */
    public long speechFrames;

    public int frames;
    /** Positions of its fresh frames: a cell of the leg's speech. */
    public long[] fresh = {};

    /** The number of the voice that the cell was given to; 0 while that is open, or has no vote. */
    public int voice;

    public boolean decided;

    public HeardWindow() {}

    /** Frames of its cell that lie before it, counted from the leg's first. */
    long cellFrom() {
        return speechFrames - fresh.length;
    }

    long windowFrom() {
        return speechFrames - frames;
    }

    boolean votes() {
        return embedding.length > 0;
    }
}
