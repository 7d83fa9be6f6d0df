package io.undertone.udfs.redaction;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads "7", "seven", "oh", "double five", "forty-one" and "four thousand one hundred" as the digits that they stand for. */
final class NumberReader {
    private static final Set<String> ZERO = Vocabulary.words("zero");
    private static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3, "treble", 3, "quadruple", 4);
    private static final Map<String, Integer> UNITS = Map.of(
            "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7, "eight", 8, "nine", 9, "niner",
            9);
    private static final Map<String, Integer> TEENS = Map.of(
            "ten",
            10,
            "eleven",
            11,
            "twelve",
            12,
            "thirteen",
            13,
            "fourteen",
            14,
            "fifteen",
            15,
            "sixteen",
            16,
            "seventeen",
            17,
            "eighteen",
            18,
            "nineteen",
            19);
    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fourty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty",
            80, "ninety", 90);

    /** Figures glued to letters belong to a name ("iphone14"), unless they are as long as a card's number. */
    private static final int STANDS_ALONE = CardNumber.SHORTEST;

    private record Part(int value, int last) {}

    private final Passage passage;

    NumberReader(Passage passage) {
        this.passage = passage;
    }

    /** The number that begins at the token, if one does. */
    @Nullable
    Atom read(int at) {
        Token token = passage.at(at);
        if (token.isMark()) {
            return null;
        }
        if (token.isDigits() && !multiplied(at)) {
            return isGluedToLetters(at) ? null : new Atom(token.text(), at, at);
        }
        if (token.in(ZERO)) {
            return new Atom("0", at, at);
        }
        Integer times = TIMES.get(token.text());
        return times == null ? composed(at) : repeated(at, times);
    }

    private boolean multiplied(int at) {
        return passage.at(at).text().length() <= 2
                && (passage.at(at + 1).is("hundred") || passage.at(at + 1).is("thousand"));
    }

    private boolean isGluedToLetters(int at) {
        Token next = passage.at(at + 1);
        return passage.at(at).text().length() < STANDS_ALONE
                && ((passage.at(at).glued() && passage.at(at - 1).isWord()) || (next.glued() && next.isWord()));
    }

    /** "double five", "triple 0". */
    private @Nullable Atom repeated(int at, int times) {
        Token token = passage.at(at + 1);
        if (token.isDigits() && token.text().length() == 1) {
            return new Atom(token.text().repeat(times), at, at + 1);
        }
        Integer unit = token.in(ZERO) ? Integer.valueOf(0) : UNITS.get(token.text());
        return unit == null ? null : new Atom(unit.toString().repeat(times), at, at + 1);
    }

    private @Nullable Atom composed(int at) {
        Part head = belowThousand(at);
        if (head == null) {
            return null;
        }
        if (!passage.at(head.last + 1).is("thousand")) {
            return new Atom(Integer.toString(head.value), at, head.last);
        }
        Part rest = belowThousand(afterAnd(head.last + 2));
        return rest == null
                ? new Atom(Integer.toString(head.value * 1000), at, head.last + 1)
                : new Atom(Integer.toString(head.value * 1000 + rest.value), at, rest.last);
    }

    private @Nullable Part belowThousand(int at) {
        Part head = belowHundred(at);
        if (head == null || !passage.at(head.last + 1).is("hundred")) {
            return head;
        }
        Part rest = belowHundred(afterAnd(head.last + 2));
        return rest == null
                ? new Part(head.value * 100, head.last + 1)
                : new Part(head.value * 100 + rest.value, rest.last);
    }

    private @Nullable Part belowHundred(int at) {
        Token token = passage.at(at);
        if (token.isDigits()) {
            return multiplied(at) ? new Part(Integer.parseInt(token.text()), at) : null;
        }
        Integer tens = TENS.get(token.text());
        if (tens == null) {
            Integer small = UNITS.getOrDefault(token.text(), TEENS.get(token.text()));
            return small == null ? null : new Part(small, at);
        }
        int next = passage.at(at + 1).is("-") ? at + 2 : at + 1;
        Integer unit = UNITS.get(passage.at(next).text());
        return unit == null ? new Part(tens, at) : new Part(tens + unit, next);
    }

    private int afterAnd(int at) {
        return passage.at(at).is("and") ? at + 1 : at;
    }
}
