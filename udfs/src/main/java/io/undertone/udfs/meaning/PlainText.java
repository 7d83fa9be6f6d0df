package io.undertone.udfs.meaning;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as it would be read aloud: lower case, without accents, punctuation and what shows nothing; look-alikes of other
 * scripts and digits within words taken for the letters that they pass for, and letters that are spelled out joined to a word.
 */
final class PlainText {
    private static final Pattern ARE = Pattern.compile("['’]re\\b");
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SPELLED =
            Pattern.compile("(?<=\\b\\p{L}) (?=\\p{L}\\b)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WORD = Pattern.compile("[^ ]+");
    private static final Pattern LATIN = Pattern.compile("[a-z]");

    /** Cyrillic and Greek letters that look like Latin ones, and digits that stand for letters. */
    private static final String LOOK_ALIKES = "аеорсухіјѕкмтԁαοερνικτ";

    private static final String LOOKED_FOR = "aeopcyxijskmtdaoepvikt";
    private static final String DIGITS = "013457";
    private static final String AS_LETTERS = "oieast";

    private PlainText() {}

    static String of(String text) {
        String folded =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String spoken = ARE.matcher(folded.toLowerCase(Locale.ROOT)).replaceAll(" are");
        String words = OTHERS.matcher(spoken).replaceAll(" ").strip();
        String plain = WORD.matcher(words).replaceAll(word -> latin(word.group()));
        return SPELLED.matcher(plain).replaceAll("");
    }

    /** Only in words that have Latin letters: a Russian word stays Russian, a number a number. */
    private static String latin(String word) {
        if (!LATIN.matcher(word).find()) {
            return word;
        }
        StringBuilder latin = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            replace(latin, i, LOOK_ALIKES, LOOKED_FOR);
            replace(latin, i, DIGITS, AS_LETTERS);
        }
        return latin.toString();
    }

    private static void replace(StringBuilder word, int at, String from, String to) {
        int found = from.indexOf(word.charAt(at));
        if (found >= 0) {
            word.setCharAt(at, to.charAt(found));
        }
    }
}
