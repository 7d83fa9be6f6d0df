package io.undertone.udfs.voices;

import io.undertone.udfs.speech.SettlingState;
import io.undertone.udfs.speech.SpokenFrames;

/**
 * Speech of a leg, as frames without the pauses between, until a window is cut of it. A POJO: keyed state of bounded size:
 * 2 s of μ-law, on legs of their own only while it gathers and nothing in between.
 */
public class SpokenState {
    public SettlingState settling = new SettlingState();

    public SpokenFrames last = new SpokenFrames();

    /** Frames of speech so far. */
    public long frames;
    /** Frames of speech since the last window, and those still to be passed over before the next one gathers. */
    public int fresh;

    public int passing;
    /** Windows so far. */
    public int windows;

    public SpokenState() {}
}
