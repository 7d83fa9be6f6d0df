package io.undertone.udfs.call;

/**
 * What was played of a leg is taken back from a position on: a secure pause was announced behind its media. It reaches to where the
 * leg has come to, since nobody knows yet when the pause ends. A POJO: it waits for its turn in state.
 */
public class Recall {
    /** 250 ms, the least that counts as speech: of an utterance, no less is left over. */
    public static final int LEAST_LEFT = 2_000;

    public String legId = "";
    /** Samples of the timeline. */
    public long from;

    public Recall() {}

    public Recall(String legId, long from) {
        this.legId = legId;
        this.from = from;
    }

    /** Where a stretch of speech ends with this; where it begins, if nothing is left of it. */
    public long endOf(long begin, long end) {
        if (end <= from) {
            return end;
        }
        return from - begin < LEAST_LEFT ? begin : from;
    }
}
