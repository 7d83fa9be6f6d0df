package io.undertone.udfs.speech;

import io.undertone.udfs.audio.AudioRing;
import io.undertone.udfs.call.Interval;
import java.util.ArrayList;
import java.util.List;

/** One leg's open utterance and the last seconds of its audio. A POJO: keyed state. */
public class AssemblyLegState {
    /** No state holds audio longer: 4 s. */
    public static final int RING_SAMPLES = 32_000;

    /** How late a pause may be announced so that only what it hides is erased: 30 s. */
    static final int RECALLED_SAMPLES = 240_000;

    static final long NEVER = Long.MAX_VALUE;

    public AudioRing ring = new AudioRing(RING_SAMPLES);
    public UtteranceState utterance = new UtteranceState();
    /** Pieces of the open utterance that were sent to be stored. */
    public List<Interval> pieces = new ArrayList<>();

    /** The last pieces that were sent to be stored: those that a pause which is announced late may reach. */
    public List<Interval> kept = new ArrayList<>();
    /** Where the last one ends that is not among them any more. */
    public long keptFrom;
    /** Nothing of the open utterance is to be kept from here on; {@link #NEVER} but between a recall and the cut that follows it. */
    public long recalledFrom = NEVER;

    /** From where on recording is allowed without a break; {@link #NEVER} while it is not. */
    public long recordingFrom = NEVER;

    public int utterances;
    public long speechSamples;

    public AssemblyLegState() {}

    void keep(long from, long to) {
        pieces.add(new Interval(from, to));
        kept.add(new Interval(from, to));
        while (kept.get(0).end < to - RECALLED_SAMPLES) {
            keptFrom = kept.remove(0).end;
        }
    }
}
