package io.undertone.udfs.redaction;

import java.util.Set;

/** Finds where the value begins in "my username, um, is …". */
final class Said {
    static final int NOTHING = -1;

    private static final Set<String> COPULAS = Vocabulary.words("copula");
    private static final Set<String> OPENERS = Vocabulary.words("opener");
    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?");

    /** "Username for the portal is". */
    private static final int TO_COPULA = 6;

    private static final int MOST_OPENERS = 8;

    private Said() {}

    /** The first token of what the cue is said to be, in its line or where the next begins with "is". */
    static int after(Passage passage, Cue cue) {
        int line = passage.at(cue.last()).line();
        for (int at = cue.last(); at <= cue.last() + TO_COPULA; at++) {
            if (passage.at(at).line() != line && at > cue.last() + 1) {
                return NOTHING;
            }
            if (passage.at(at).in(COPULAS)) {
                return opened(passage, at + 1, passage.at(at).line());
            }
            if (passage.at(at).in(SENTENCE_ENDS)) {
                return NOTHING;
            }
        }
        return NOTHING;
    }

    /** The first token from there that is no hesitation, in the same line. */
    private static int opened(Passage passage, int from, int line) {
        int at = from;
        while (at < from + MOST_OPENERS && passage.at(at).in(OPENERS)) {
            at++;
        }
        return passage.at(at).line() == line ? at : NOTHING;
    }
}
