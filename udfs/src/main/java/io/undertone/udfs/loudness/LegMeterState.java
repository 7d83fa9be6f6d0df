package io.undertone.udfs.loudness;

/** What {@link LegMeter} remembers of one leg: half a KiB, and a histogram of at most 3 KiB. */
public final class LegMeterState {
    /** Position of the next sample on the call's timeline. */
    public long position;

    /** Whether the sample before {@link #position} is known, and which it is. */
    public boolean continuous;

    public short before;

    public KWeightingState weighting = new KWeightingState();
    public SpeechLoudnessState speech = new SpeechLoudnessState();

    /** The second that is being filled; empty before its first sample. */
    public SecondTally started = new SecondTally();

    /** The second that has ended and was not taken yet; empty when there is none. */
    public SecondTally ended = new SecondTally();

    /** All seconds that have ended. */
    public LevelTally leg = new LevelTally();

    public LegMeterState() {}
}
