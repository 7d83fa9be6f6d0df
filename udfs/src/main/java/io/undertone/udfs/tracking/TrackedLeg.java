package io.undertone.udfs.tracking;

import io.undertone.udfs.call.VoiceFacts;
import io.undertone.udfs.moods.SpeechBlock;
import io.undertone.udfs.voices.LegVoices;
import java.util.ArrayList;
import java.util.List;

/** The voices of a leg, and what they said. A POJO: keyed state. */
public class TrackedLeg {
    public LegVoices voices = new LegVoices();
    /** Whose they are by what was heard so far, in order of their numbers. */
    public List<VoiceFacts> known = new ArrayList<>();

    public SpokenLeg spoken = new SpokenLeg();
    /** Several people speak on it. */
    public boolean shared;

    /** Voices that were forgotten when consent was withdrawn: their numbers are not given again. */
    public int forgotten;

    /** Speech of a shared leg whose mood may be read, until it is decided whose it is. */
    public SpeechBlock waiting = new SpeechBlock();

    public TrackedLeg() {}

    /** The number that a voice has for everybody else; 0 stays nobody. */
    int number(int voice) {
        return voice == 0 ? 0 : forgotten + voice;
    }
}
