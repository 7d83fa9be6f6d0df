package io.undertone.udfs.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds where the answer to "what is your username?" begins in the lines that follow the question. */
final class Answers {
    /** Where an answer's value may begin, and whether the words before it or its brevity say that it is one. */
    record Start(int token, boolean sure) {}

    private static final Set<String> PREAMBLE = Vocabulary.words("answer");
    private static final Set<String> SAYS_SO = Vocabulary.words("says-so");
    private static final Set<String> ASKS = Vocabulary.words("asks");

    /** "… your username, please, so that I can find your account?" */
    private static final int REST_OF_QUESTION = 15;

    private static final int WORDS_BEFORE_CUE = 12;
    private static final int LINES = 3;

    /** Later ones must say that they answer: "it's user101". */
    private static final int LINES_AT_ONCE = 2;

    private static final int LONGEST_LINE = 40;

    /** "John Smith twelve." */
    private static final int SHORT_LINE = 5;

    private final Passage passage;

    Answers(Passage passage) {
        this.passage = passage;
    }

    /** In the next lines, in order; none if nothing was asked. */
    List<Start> to(Cue cue) {
        var starts = new ArrayList<Start>();
        int end = endOfLine(cue.last(), REST_OF_QUESTION);
        if (!passage.isWhole() || !isAsked(cue, end)) {
            return starts;
        }
        for (int line = 0; line < LINES && end < passage.size(); line++) {
            int next = endOfLine(end, LONGEST_LINE);
            starts.add(start(end, next, line < LINES_AT_ONCE));
            end = next;
        }
        return starts;
    }

    private Start start(int from, int end, boolean atOnce) {
        int at = from;
        boolean said = false;
        while (at < end && (passage.at(at).in(PREAMBLE) || isUserName(at))) {
            said |= passage.at(at).in(SAYS_SO);
            at++;
        }
        return new Start(at < end && (atOnce || said) ? at : Names.NONE, said || end - at <= SHORT_LINE);
    }

    /** "My user name": "user" alone may begin the name. */
    private boolean isUserName(int at) {
        return passage.at(at).is("user")
                && (passage.at(at + 1).is("name") || passage.at(at + 1).is("id"));
    }

    private boolean isAsked(Cue cue, int end) {
        int line = passage.at(cue.last()).line();
        if (passage.at(end - 1).line() != line || passage.at(end).line() == line) {
            return false;
        }
        if (passage.at(end - 1).is("?")) {
            return true;
        }
        for (int at = cue.first();
                at >= cue.first() - WORDS_BEFORE_CUE && passage.at(at).line() == line;
                at--) {
            if (passage.at(at).in(ASKS)) {
                return true;
            }
        }
        return false;
    }

    /** The token after the line's last one, or after as many. */
    private int endOfLine(int from, int most) {
        int end = from;
        while (end < from + most && passage.at(end).line() == passage.at(from).line()) {
            end++;
        }
        return end;
    }
}
