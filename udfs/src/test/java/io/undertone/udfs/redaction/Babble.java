package io.undertone.udfs.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random talk for properties that must hold of any. */
final class Babble {
    private static final List<String> DIGITS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final List<String> PIECES = List.of(
            "my",
            "username",
            "is",
            "email",
            "at",
            "dot",
            "com",
            "gmail",
            "@",
            ".",
            ",",
            "?",
            "user101",
            "card number",
            "4111",
            "1111",
            "one",
            "double",
            "thousand",
            "hundred",
            "and",
            "oh",
            "security code",
            "731",
            "+",
            "call me at",
            "-",
            "😀",
            "a",
            "i",
            "s as in Sam",
            "underscore",
            "b",
            "password",
            "order number",
            "415 555 0123",
            "123-45-6789",
            "\n",
            "ß");
    private static final List<String> PAUSES = List.of(" ", " ", " ", ", ", ". ", " uh ", " and ");

    private Babble() {}

    static List<SpokenLine> lines(Random random, int count) {
        var lines = new ArrayList<SpokenLine>();
        for (int line = 0; line < count; line++) {
            var text = new StringBuilder();
            for (int left = random.nextInt(12); left > 0; left--) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            lines.add(new SpokenLine(random.nextBoolean() ? "agent" : "customer", random.nextInt(2), text.toString()));
        }
        return lines;
    }

    /** Sixteen digits of Visa's or Mastercard's ranges that Luhn's check confirms. */
    static String cardNumber(Random random) {
        var digits = new StringBuilder(random.nextBoolean() ? "4" : "5" + (1 + random.nextInt(5)));
        while (digits.length() < 15) {
            digits.append(random.nextInt(10));
        }
        int sum = 0;
        for (int at = 14; at >= 0; at--) {
            int doubled = (digits.charAt(at) - '0') * (at % 2 == 0 ? 2 : 1);
            sum += doubled / 10 + doubled % 10;
        }
        return digits.append((10 - sum % 10) % 10).toString();
    }

    /** Words and figures, one for each way of saying the next digits. */
    static List<String> spoken(Random random, String number) {
        var words = new ArrayList<String>();
        for (int at = 0; at < number.length(); ) {
            int digit = number.charAt(at) - '0';
            boolean twice = at + 1 < number.length() && number.charAt(at + 1) == number.charAt(at);
            boolean four = at % 4 == 0 && random.nextInt(3) == 0;
            if (four) {
                words.add(number.substring(at, at + 4));
            } else if (twice && random.nextBoolean()) {
                words.add("double " + DIGITS.get(digit));
            } else {
                words.add(random.nextBoolean() ? DIGITS.get(digit) : digit == 0 ? "oh" : Integer.toString(digit));
            }
            at += four ? 4 : words.get(words.size() - 1).startsWith("double") ? 2 : 1;
        }
        return words;
    }

    /** Over some lines of the customer, with the agent's short ones between. */
    static List<SpokenLine> spread(Random random, List<String> words) {
        var lines = new ArrayList<SpokenLine>();
        var text = new StringBuilder("sure, it's ");
        for (String word : words) {
            text.append(word);
            if (random.nextInt(6) == 0) {
                lines.add(new SpokenLine("customer", 1, text.toString()));
                text.setLength(0);
                if (random.nextBoolean()) {
                    lines.add(new SpokenLine("agent", 1, random.nextBoolean() ? "mm-hm" : "okay, yes"));
                }
            } else {
                text.append(PAUSES.get(random.nextInt(PAUSES.size())));
            }
        }
        lines.add(new SpokenLine("customer", 1, text.toString()));
        return lines;
    }
}
