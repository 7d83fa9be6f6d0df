package io.undertone.udfs.meaning.lexical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a text apart into its words, in lower case with straight apostrophes. */
final class SpokenWords {
    private SpokenWords() {}

    static List<String> of(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        String spoken = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        for (int at = 0; at < spoken.length(); at++) {
            char character = spoken.charAt(at);
            if (Character.isLetterOrDigit(character) || (character == '\'' && !word.isEmpty())) {
                word.append(character);
            } else {
                end(word, words);
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        while (!word.isEmpty() && word.charAt(word.length() - 1) == '\'') {
            word.setLength(word.length() - 1);
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
