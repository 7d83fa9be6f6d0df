package io.undertone.udfs.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text, as they are compared and counted: in lower case, without punctuation, numbers as they are written. In a script
 * that puts no space between words each character counts as one.
 */
public final class WordForms {
    private final int[] text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    private WordForms(String text) {
        this.text = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .toArray();
    }

    public static List<String> of(String text) {
        return new WordForms(text).read();
    }

    private List<String> read() {
        for (int i = 0; i < text.length; i++) {
            int c = text[i];
            if (isUnspaced(c)) {
                close();
                open.appendCodePoint(c);
            } else if (isPartOfWord(c)) {
                closeUnspaced(c);
                open.appendCodePoint(c);
            } else if (isPointOfNumber(i)) {
                open.appendCodePoint(c);
            } else if (!isJoint(i)) {
                close();
            }
        }
        close();
        return words;
    }

    private void close() {
        if (!open.isEmpty()) {
            words.add(open.toString());
            open.setLength(0);
        }
    }

    /** A mark belongs to the character before it; a letter after one that stands alone begins a word. */
    private void closeUnspaced(int next) {
        if (!open.isEmpty() && !isMark(next) && isUnspaced(open.codePointAt(0))) {
            close();
        }
    }

    private boolean isPointOfNumber(int i) {
        return (text[i] == '.' || text[i] == ',')
                && i > 0
                && i + 1 < text.length
                && Character.isDigit(text[i - 1])
                && Character.isDigit(text[i + 1]);
    }

    /** As in "don't": it leaves no gap. */
    private boolean isJoint(int i) {
        return (text[i] == '\'' || text[i] == '’')
                && i > 0
                && i + 1 < text.length
                && Character.isLetter(text[i - 1])
                && Character.isLetter(text[i + 1]);
    }

    private static boolean isPartOfWord(int c) {
        return Character.isLetterOrDigit(c) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnspaced(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> Character.isLetterOrDigit(c);
            default -> false;
        };
    }
}
