package io.undertone.udfs.voices;

/**
 * What is known of some speech of a leg whose embedding is asked for, but the audio itself. A POJO: it waits in checkpointed
 * requests until the answer comes.
 */
public class VoiceWindow {
    public String legId = "";
    /** From 1 per leg, without gaps. */
    public int number;
    /** Begin of its first sample and end of its last on the call's timeline; pauses lie between. */
    public long from;

    public long to;
    /** Where half of its speech lies behind. */
    public long centre;

    public int speechSamples;
    /** Speech of the leg up to the window's end, in frames of 256 samples. */
    public long speechFrames;
    /** Share of samples at full scale. */
    public double clippedShare;
    /** Long enough and clean: it may teach what a voice sounds like. */
    public boolean teaches;
    /** The longest pause of 0.3 s or more within; none where both are 0. */
    public long pauseFrom;

    public long pauseTo;
    /** Positions of the frames that no window before had; empty on legs of their own. */
    public long[] fresh = {};

    public VoiceWindow() {}
}
