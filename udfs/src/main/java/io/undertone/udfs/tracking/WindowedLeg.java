package io.undertone.udfs.tracking;

import io.undertone.udfs.audio.AudioRing;
import io.undertone.udfs.moods.SpeechBlock;
import io.undertone.udfs.speech.SettlingState;
import io.undertone.udfs.voices.SpokenState;

/** Speech of a leg that is gathered for windows. A POJO: keyed state. */
public class WindowedLeg {
    public SpokenState spoken = new SpokenState();
    /** Several people speak on it. */
    public boolean shared;
    /** The gate's label in force. */
    public boolean speaking;
    /** What was said while the other leg spoke too. */
    public AudioRing common = new AudioRing(CommonSpeech.RING_SAMPLES);

    /** Where somebody's mood may be read: frames whose label is open, and a block of speech being gathered. */
    public SettlingState unsettled = new SettlingState();

    public SpeechBlock gathered = new SpeechBlock();

    public WindowedLeg() {}
}
