package io.undertone.udfs.tracking;

import io.undertone.udfs.speech.UtteranceFacts;
import java.util.ArrayList;
import java.util.List;

/** The turns of a leg, and its utterances as far as a turn that is dated back can reach them. A POJO: keyed state. */
public class SpokenLeg {
    /** A turn is dated back by a few seconds of speech; words of a second each are the most utterances that makes. */
    public static final int MOST_RECENT = 8;

    /** How late a secure pause may be announced that cuts them: 30 s. */
    static final int RECALLED_SAMPLES = 240_000;

    /** Words of a quarter of a second with pauses that just close them, for so long. */
    static final int MOST_RECALLED = 40;

    /** By position, bounded. */
    public List<Turn> turns = new ArrayList<>();
    /** The last ones given out, newest last, bounded: those of the last {@link #RECALLED_SAMPLES} too. */
    public List<UtteranceFacts> recent = new ArrayList<>();

    public int utterances;
    /** With later versions. */
    public int records;
    /** Speech that was taken back after it had been given out. */
    public long recalledSamples;

    public SpokenLeg() {}

    /** Remembers the newest, and forgets those that nothing reaches any more. */
    void remember(UtteranceFacts newest) {
        recent.add(newest);
        while (recent.size() > MOST_RECALLED || (recent.size() > MOST_RECENT && isBeyondReach(recent.get(0), newest))) {
            recent.remove(0);
        }
    }

    private static boolean isBeyondReach(UtteranceFacts old, UtteranceFacts newest) {
        return old.end < newest.end - RECALLED_SAMPLES;
    }
}
