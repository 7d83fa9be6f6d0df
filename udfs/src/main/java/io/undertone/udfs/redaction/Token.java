package io.undertone.udfs.redaction;

import java.util.Set;

/**
 * A word, a figure or a mark of a line, and where it stands there.
 *
 * @param text of a word in lower case with straight apostrophes, of a figure in ASCII
 * @param glued nothing stands between it and the token before
 */
record Token(int line, int begin, int end, Form form, String text, boolean glued) {
    enum Form {
        WORD,
        DIGITS,
        MARK
    }

    /** What stands before the first and after the last: equal to nothing that is looked for. */
    static final Token NONE = new Token(-1, 0, 0, Form.MARK, "", false);

    boolean isWord() {
        return form == Form.WORD;
    }

    boolean isDigits() {
        return form == Form.DIGITS;
    }

    boolean isMark() {
        return form == Form.MARK;
    }

    boolean is(String other) {
        return text.equals(other);
    }

    boolean in(Set<String> texts) {
        return texts.contains(text);
    }

    boolean isLetter() {
        return form == Form.WORD && text.length() == 1;
    }
}
