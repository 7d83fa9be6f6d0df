package io.undertone.udfs.speech;

/** What the gate remembers of one leg between two frames. Keyed state. */
public class VadState {
    public boolean speaking;

    /** Frames at the end that contradict the label in force, too few as yet to change it. */
    public int runLength;

    public VadState() {}
}
