package io.undertone.udfs.loudness;

/** The blocks that {@link GatedLoudness} has counted: all of them exactly as a sum, and by loudness as a histogram. */
public final class GatedLoudnessState {
    /** Blocks above the absolute gate. */
    public long blocks;

    /** Sum of their mean squares. */
    public double sum;

    /** Blocks in each 0.1 LU from bin {@link #firstBin} on; covers only what has occurred, in steps of 16 bins. */
    public int[] counts = new int[0];

    public int firstBin;

    public GatedLoudnessState() {}
}
