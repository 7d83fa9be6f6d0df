package io.undertone.udfs.redaction;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is read in one go: the tokens of some lines in the order of time, the numbers among them and what was asked for. */
final class Passage {
    /** How far a question reaches: an agent's sentence, the caller's search for the card, the answer. */
    private static final int CUE_TOKENS = 30;

    /** The line of the question, the answer, a wait, the answer's second half. */
    private static final int CUE_LINES = 4;

    /** "My card is …", "my phone, well, that's …". */
    private static final int MAYBE_TOKENS = 8;

    private static final int MAYBE_LINES = 1;

    /** "… is my security code". */
    private static final int CUE_AFTER_TOKENS = 5;

    private final List<Token> tokens;
    private final boolean whole;
    private final TreeMap<Integer, Cue> cuesByEnd = new TreeMap<>();
    private final List<DigitRun> runs;
    private final Units units;

    /** @param whole whether these are all the lines, so that a question stands before its answer */
    Passage(List<Token> tokens, boolean whole) {
        this.tokens = tokens;
        this.whole = whole;
        for (int at = 0; at < tokens.size(); at++) {
            Cue cue = Cues.at(this, at);
            if (cue != null) {
                cuesByEnd.put(cue.last(), cue);
                at = cue.last();
            }
        }
        runs = new DigitRuns(this).all();
        units = new Units(this);
    }

    boolean isWhole() {
        return whole;
    }

    int size() {
        return tokens.size();
    }

    /** The token there, {@link Token#NONE} beyond either end. */
    Token at(int index) {
        return index < 0 || index >= tokens.size() ? Token.NONE : tokens.get(index);
    }

    Iterable<DigitRun> runs() {
        return runs;
    }

    Units units() {
        return units;
    }

    Iterable<Cue> cues() {
        return cuesByEnd.values();
    }

    /** What the number that begins and ends there was called: by the nearest words before it, else by those after it. */
    CueKind calls(int first, int last) {
        Cue before = cueBefore(first);
        if (before != null) {
            return before.kind();
        }
        var after = cuesByEnd.higherEntry(last);
        return after != null && isSaidOf(last, after.getValue())
                ? after.getValue().kind()
                : CueKind.NONE;
    }

    /** Whether any of the cues that still hold at the token is of the kind. */
    boolean cued(CueKind kind, int token) {
        for (Cue cue : cuesByEnd.subMap(token - CUE_TOKENS, token).values()) {
            if (cue.kind() == kind && reaches(cue, token)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Cue cueBefore(int token) {
        var before = cuesByEnd.lowerEntry(token);
        return before != null && reaches(before.getValue(), token) ? before.getValue() : null;
    }

    private boolean reaches(Cue cue, int token) {
        int tokens = token - cue.last();
        int lines = at(token).line() - at(cue.last()).line();
        return cue.sure() ? tokens <= CUE_TOKENS && lines <= CUE_LINES : tokens <= MAYBE_TOKENS && lines <= MAYBE_LINES;
    }

    private boolean isSaidOf(int last, Cue cue) {
        if (cue.first() - last > CUE_AFTER_TOKENS || at(cue.first()).line() != at(last).line()) {
            return false;
        }
        for (int token = last + 1; token < cue.first(); token++) {
            if (at(token).is("is") || at(token).is("as")) {
                return true;
            }
        }
        return false;
    }
}
