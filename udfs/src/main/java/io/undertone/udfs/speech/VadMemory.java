package io.undertone.udfs.speech;

import java.util.Arrays;

/** What Silero remembers of one leg between two frames. Keyed state. */
public class VadMemory {
    /** The hidden units of the recurrent layer, then its cells. */
    public float[] recurrent = new float[2 * SileroVad.UNITS];

    /** The last samples of the frame before, scaled to ±1: without them Silero hears almost nothing. */
    public float[] context = new float[SileroVad.CONTEXT];

    public VadMemory() {}

    /** Forgets what came before a gap. */
    public void reset() {
        Arrays.fill(recurrent, 0);
        Arrays.fill(context, 0);
    }
}
