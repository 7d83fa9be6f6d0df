package io.undertone.udfs.speech;

/** What speech detection remembers of one leg between chunks. A POJO: keyed state. */
public class SpeechLegState {
    public VadMemory memory = new VadMemory();
    public VadState gate = new VadState();
    /** Samples at the end that do not fill a frame yet. */
    public short[] rest = new short[VadFrame.SAMPLES];

    public int restLength;
    /** How many of them stand in for lost media. */
    public int restConcealed;
    /** Where the leg's media ends on the call's timeline. */
    public long end;

    public SpeechLegState() {}
}
