package io.undertone.job.live;

import io.undertone.udfs.speech.AnsweredPieces;
import java.util.ArrayList;
import java.util.List;

/** Erasures of one part of a call that wait for writes before them. A POJO: keyed state. */
public class PendingErasures {
    static final long UNKNOWN = -1;

    public AnsweredPieces answered = new AnsweredPieces();
    /** In the order in which they came. */
    public List<CallProduct> waiting = new ArrayList<>();

    public int released;

    /** How many pieces and erasures there are in all; {@link #UNKNOWN} before the part has ended. */
    public long pieces = UNKNOWN;

    public int erasures;

    public PendingErasures() {}

    boolean isOver() {
        return pieces != UNKNOWN && answered.reach(pieces) && released == erasures;
    }
}
