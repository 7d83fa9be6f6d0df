package io.undertone.udfs.loudness;

/** What {@link SpeechLoudness} remembers of one leg. */
public final class SpeechLoudnessState {
    /** Samples and energy of the sub-block that is being filled. */
    public int samples;

    public double energy;

    /** Energies of the last three whole sub-blocks, latest first, of which {@link #wholeSubBlocks} count. */
    public double latest;

    public double second;
    public double third;
    public int wholeSubBlocks;

    /** Momentary blocks that wait, by the position of their middle, ascending: {@link #waiting} of them. */
    public long[] middles = new long[SpeechLoudness.MOST_WAITING];

    /** Their mean squares; negative for a block that isn't whole yet. */
    public double[] meanSquares = new double[SpeechLoudness.MOST_WAITING];

    /** Whether the gate has called their middle speech. */
    public boolean[] speech = new boolean[SpeechLoudness.MOST_WAITING];

    public int waiting;

    /** The blocks that were speech. */
    public GatedLoudnessState gated = new GatedLoudnessState();

    public SpeechLoudnessState() {}
}
