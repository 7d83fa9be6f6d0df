package io.undertone.udfs.redaction;

import io.undertone.udfs.redaction.Token.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a line apart into words, figures and marks. */
final class Tokenizer {
    private final int line;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean glued;

    private Tokenizer(int line, String text) {
        this.line = line;
        this.text = text;
    }

    static List<Token> tokens(int line, String text) {
        var tokenizer = new Tokenizer(line, text);
        while (tokenizer.at < text.length()) {
            tokenizer.step();
        }
        return tokenizer.tokens;
    }

    private void step() {
        int point = text.codePointAt(at);
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            at += Character.charCount(point);
            glued = false;
        } else if (Character.getType(point) == Character.FORMAT) {
            at += Character.charCount(point); // a zero-width mark must not part what reads as one
        } else if (Character.isDigit(point)) {
            figure();
        } else if (Character.isLetter(point)) {
            word();
        } else {
            int end = at + Character.charCount(point);
            add(Form.MARK, end, text.substring(at, end));
        }
    }

    private void figure() {
        var digits = new StringBuilder();
        int end = at;
        while (end < text.length() && Character.isDigit(text.codePointAt(end))) {
            digits.append(Character.digit(text.codePointAt(end), 10));
            end = next(end);
        }
        add(Form.DIGITS, end, digits.toString());
    }

    private void word() {
        int end = at;
        while (end < text.length() && (inWord(text.codePointAt(end)) || apostrophe(end))) {
            end = next(end);
        }
        add(Form.WORD, end, text.substring(at, end).toLowerCase(Locale.ROOT).replace('’', '\''));
    }

    private static boolean inWord(int point) {
        return Character.isLetter(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private boolean apostrophe(int index) {
        char mark = text.charAt(index);
        return (mark == '\'' || mark == '’')
                && index + 1 < text.length()
                && Character.isLetter(text.codePointAt(index + 1));
    }

    private int next(int index) {
        return index + Character.charCount(text.codePointAt(index));
    }

    private void add(Form form, int end, String content) {
        tokens.add(new Token(line, at, end, form, content, glued));
        at = end;
        glued = true;
    }
}
