package io.undertone.udfs.moods;

/** The last speech of one role on a leg. A POJO: keyed state of at most 25 KB. */
public class RoleSpeech {
    /** Frame number n lies in slot n modulo the number of slots. */
    public byte[] muLaw = {};

    public long[] positions = {};
    /** Frames so far. */
    public long frames;
    /** Frames since the last spoken second, their K-weighted energy, and their samples at full scale. */
    public int fresh;

    public double energy;
    public int clipped;

    public RoleSpeech() {}
}
