package io.undertone.udfs.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of a part's pieces are answered for, stored or lost, in whatever order that comes: nobody writes them any more. A POJO: keyed
 * state, as large as what is in flight.
 */
public class AnsweredPieces {
    /** All before this are. */
    public long next;
    /** Behind it, those that are too. */
    public List<Long> early = new ArrayList<>();

    public AnsweredPieces() {}

    /** A piece was answered for. */
    public void add(long number) {
        if (number >= next && !early.contains(number)) {
            early.add(number);
        }
        while (early.remove((Long) next)) {
            next++;
        }
    }

    /** Whether all pieces with numbers below this one are. */
    public boolean reach(long number) {
        return next >= number;
    }
}
