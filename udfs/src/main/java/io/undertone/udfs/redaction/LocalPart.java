package io.undertone.udfs.redaction;

import io.undertone.udfs.redaction.Unit.Kind;
import java.util.Set;

/** Walks back from an "at" to where the address begins: "john underscore smith", "j o h n", "S as in Sam, M as in Mike". */
final class LocalPart {
    private static final Set<String> NOT_LOCAL = Vocabulary.words("not-local");
    private static final Set<String> STOPS = Vocabulary.words("name-stop");
    private static final Set<String> CONNECTING_MARKS = Vocabulary.words("connecting-mark");
    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?");

    /** RFC 5321, 4.5.3.1.1, allows 64 characters. */
    private static final int MOST_UNITS = 64;

    private final Passage passage;
    private final int at;
    private int wordsLeft;
    private int first;

    /** What stands on the right belongs together with what stands on the left. */
    private boolean joined;

    /** A mark was passed over that no plain word may cross. */
    private boolean paused;

    /**
     * @param at the token that stands for "at"
     * @param words how many may follow each other without a connector: what was typed has one
     */
    LocalPart(Passage passage, int at, int words) {
        this.passage = passage;
        this.at = at;
        wordsLeft = words;
        first = at;
        joined = passage.at(at).glued();
    }

    /** The first token; "at" itself if nothing before it is an address. */
    int firstToken() {
        Units units = passage.units();
        int index = at == 0 ? -1 : units.of(at - 1);
        int end = Math.max(0, index - MOST_UNITS);
        while (index >= end && passes(units.get(index))) {
            index--;
        }
        return first;
    }

    private boolean passes(Unit unit) {
        return switch (unit.kind()) {
            case SPELLED -> take(unit);
            case CONNECTOR -> join();
            case REMARK -> !joined || take(unit);
            case WORD -> (joined || mayBelong(unit.first())) && take(unit);
            case MARK -> passesMark(unit.first());
        };
    }

    private boolean take(Unit unit) {
        first = unit.first();
        joined = passage.at(first).glued() && !passage.at(first - 1).isMark();
        paused = false;
        return true;
    }

    private boolean join() {
        joined = true;
        return true;
    }

    private boolean mayBelong(int word) {
        Token token = passage.at(word);
        boolean besideAt = first == at;
        return !paused
                && wordsLeft-- > 0
                && !token.in(STOPS)
                && !token.in(NOT_LOCAL)
                && (besideAt || token.line() == passage.at(first).line());
    }

    private boolean passesMark(int mark) {
        Token token = passage.at(mark);
        if (token.in(CONNECTING_MARKS) && token.glued() && passage.at(mark + 1).glued()) {
            return join();
        }
        if (mark == at - 1) {
            return true; // a recogniser's pause: "Bunyamin. At gmail.com"
        }
        paused = true;
        return !token.in(SENTENCE_ENDS) || isSpelledOnBothSides(mark);
    }

    /** "J. O. H. N. at gmail". */
    private boolean isSpelledOnBothSides(int mark) {
        Units units = passage.units();
        int index = units.of(mark);
        return index > 0
                && index + 1 < units.size()
                && units.get(index - 1).is(Kind.SPELLED)
                && units.get(index + 1).is(Kind.SPELLED);
    }
}
