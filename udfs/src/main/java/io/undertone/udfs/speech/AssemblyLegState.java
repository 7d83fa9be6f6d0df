package io.undertone.udfs.speech;

import io.undertone.udfs.audio.AudioRing;
import io.undertone.udfs.call.Interval;
import java.util.ArrayList;
import java.util.List;

/** One leg's open utterance and the last seconds of its audio. A POJO: keyed state. */
public class AssemblyLegState {
    /** No state holds audio longer: 4 s. */
    public static final int RING_SAMPLES = 32_000;

    static final long NEVER = Long.MAX_VALUE;

    public AudioRing ring = new AudioRing(RING_SAMPLES);
    public UtteranceState utterance = new UtteranceState();
    /** Pieces of the open utterance that were sent to be stored. */
    public List<Interval> pieces = new ArrayList<>();

    /** From where on recording is allowed without a break; {@link #NEVER} while it is not. */
    public long recordingFrom = NEVER;

    public int utterances;
    public long speechSamples;

    public AssemblyLegState() {}
}
