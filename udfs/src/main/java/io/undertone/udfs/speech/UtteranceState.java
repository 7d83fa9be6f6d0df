package io.undertone.udfs.speech;

/** What the utterance builder remembers of one leg between two frames. Keyed state; its arrays are allocated once. */
public class UtteranceState {
    /** Where the current run of frames without a gap began, how many frames it has, and where it has come to. */
    public long stretchFrom;

    public int frames;
    public long heardTo;
    public boolean hearing;

    /** The gate's label in force, and the frames at the end that contradict it. */
    public boolean speaking;

    public int unsettledFrames;

    /** Utterances so far, the open one included; where the last closed one ended. */
    public int number;

    public long closedTo;

    /** The open utterance: its begin, the end of its speech as far as settled, the begin of the piece not cut yet. */
    public boolean open;

    public long from;
    public long speechTo;
    public long pieceFrom;

    /** Begin of each piece cut and end of the last: {@code pieces + 1} entries count. */
    public long[] pieceBounds = {};

    public int pieces;

    /** Sums over the frames that begin in the pieces cut so far. */
    public double energySum;

    public double probabilitySum;
    public int summedFrames;
    public int concealedSamples;

    /** Rings of the last frames, by number of the frame in its stretch. */
    public float[] probability = {};

    public float[] energy = {};
    public short[] concealed = {};

    public UtteranceState() {}
}
