package io.undertone.udfs.redaction;

import io.undertone.udfs.redaction.Unit.Kind;
import java.util.Set;

/** Reads a name that somebody chose: "user101", "user one oh one", "john underscore smith", "j o h n", "sunshine". */
final class Names {
    static final int NONE = -1;

    private static final Set<String> STOPS = Vocabulary.words("name-stop");
    private static final Set<String> CONNECTING_MARKS = Set.of(".", "-", "_", "+", "@");
    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?");
    private static final int MOST_UNITS = 64;
    private static final int MOST_WORDS = 3;

    private final Passage passage;
    private int last;
    private int words;
    private boolean coded;
    private boolean joined;
    private boolean paused;
    private boolean spelled;

    private Names(Passage passage) {
        this.passage = passage;
    }

    /**
     * The last token of the name that begins there, or {@link #NONE}.
     *
     * @param sure whether it was said that a name comes: else only what no sentence holds is one
     */
    static int lastOf(Passage passage, int first, boolean sure) {
        if (first < 0 || first >= passage.size() || passage.at(first).in(STOPS)) {
            return NONE;
        }
        var name = new Names(passage);
        name.read(first);
        return sure || (name.coded && name.words == 1) ? name.last : NONE;
    }

    /** Whether no plain word reads so. */
    static boolean isCoded(Passage passage, int first) {
        var name = new Names(passage);
        name.read(first);
        return name.coded;
    }

    private void read(int first) {
        last = NONE;
        Units units = passage.units();
        int from = units.of(first);
        for (int index = from; index < Math.min(units.size(), from + MOST_UNITS); index++) {
            if (!passes(
                    units.get(index),
                    index + 1 < units.size() && units.get(index + 1).is(Kind.SPELLED))) {
                return;
            }
        }
    }

    private boolean passes(Unit unit, boolean spelledNext) {
        return switch (unit.kind()) {
            case SPELLED -> (!paused || spelled || joined) && take(unit, true);
            case CONNECTOR -> last != NONE && join();
            case REMARK -> last != NONE;
            case WORD -> (joined || isGlued(unit) || mayBelong(unit)) && takeWord(unit);
            case MARK -> passesMark(unit.first(), spelledNext);
        };
    }

    private boolean take(Unit unit, boolean isSpelled) {
        last = unit.last();
        coded |= isSpelled || joined;
        spelled = isSpelled;
        joined = false;
        paused = false;
        words += isSpelled && !passage.at(unit.first()).isLetter() ? 0 : 1;
        return true;
    }

    private boolean takeWord(Unit unit) {
        return take(unit, false);
    }

    private boolean join() {
        joined = true;
        return true;
    }

    private boolean isGlued(Unit unit) {
        return last != NONE && passage.at(unit.first()).glued() && last == unit.first() - 1;
    }

    private boolean mayBelong(Unit unit) {
        Token token = passage.at(unit.first());
        boolean begins = last == NONE;
        boolean goesOn = !coded
                && !paused
                && words < MOST_WORDS
                && token.line() == passage.at(last).line();
        return !token.in(STOPS) && (begins || goesOn);
    }

    private boolean passesMark(int mark, boolean spelledNext) {
        Token token = passage.at(mark);
        if (last != NONE
                && token.in(CONNECTING_MARKS)
                && token.glued()
                && passage.at(mark + 1).glued()) {
            return join();
        }
        paused = true;
        return last != NONE && (!token.in(SENTENCE_ENDS) || (spelled && spelledNext));
    }
}
