package io.undertone.udfs.loudness;

/** The memory of the two filters of {@link KWeighting}, in transposed direct form II. */
public final class KWeightingState {
    public double shelf1;
    public double shelf2;
    public double highPass1;
    public double highPass2;

    public KWeightingState() {}

    /** Forgets the signal so far, as a gap makes necessary. */
    void reset() {
        shelf1 = 0;
        shelf2 = 0;
        highPass1 = 0;
        highPass2 = 0;
    }
}
