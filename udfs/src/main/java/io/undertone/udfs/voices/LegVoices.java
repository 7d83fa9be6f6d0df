package io.undertone.udfs.voices;

import io.undertone.udfs.speech.VadFrame;
import java.util.ArrayList;
import java.util.List;

/** The voices of a leg and its last windows. A POJO: keyed state, of at most 18 KB. */
public class LegVoices {
    /** In order of their numbers, from 1. */
    public List<Voice> voices = new ArrayList<>();

    public List<HeardWindow> recent = new ArrayList<>();

    /** The confirmed label: the number of a voice; 0 before there is one. */
    public int voice;

    public boolean overlap;
    /** What the label will be if nothing speaks against it. */
    public int expected;

    /** Frames of the leg's speech before the last change. */
    public long changedAt;

    /** Of the first window that was answered: who spoke first is decided by it. */
    public float[] first = {};

    public LegVoices() {}

    /** Speech before this position has its voice, but for a change that is dated back to before it. */
    public long decidedTo() {
        long to = 0;
        for (HeardWindow window : recent) {
            if (window.fresh.length > 0) {
                if (!window.decided) {
                    return window.fresh[0];
                }
                to = window.fresh[window.fresh.length - 1] + VadFrame.SAMPLES;
            }
        }
        return to;
    }

    Voice voice(int number) {
        return voices.get(number - 1);
    }
}
