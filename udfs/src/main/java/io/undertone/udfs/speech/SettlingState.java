package io.undertone.udfs.speech;

/** Frames of a leg of which the gate has not said yet whether they are speech. A POJO: keyed state of at most 3 KB. */
public class SettlingState {
    /** The gate's label in force. */
    public boolean speaking;

    /** Where the last frame of speech ended. */
    public long spokenTo;

    public byte[] muLaw = {};
    public long[] positions = {};
    /** K-weighted, where it is measured. */
    public double[] energies = {};

    public int frames;

    public SettlingState() {}
}
