package io.undertone.udfs.tracking;

import io.undertone.udfs.speech.UtteranceFacts;
import java.util.ArrayList;
import java.util.List;

/** The turns of a leg, and its utterances as far as a turn that is dated back can reach them. A POJO: keyed state. */
public class SpokenLeg {
    /** A turn is dated back by a few seconds of speech; words of a second each are the most utterances that makes. */
    public static final int MOST_RECENT = 8;

    /** By position, bounded. */
    public List<Turn> turns = new ArrayList<>();
    /** The last ones given out, newest last, bounded. */
    public List<UtteranceFacts> recent = new ArrayList<>();

    public int utterances;
    /** With later versions. */
    public int records;

    public SpokenLeg() {}
}
