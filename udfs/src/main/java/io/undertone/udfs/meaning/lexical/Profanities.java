package io.undertone.udfs.meaning.lexical;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words and pairs of words that offend, less those that callers use of their cars, contracts and contents of parcels. */
final class Profanities {
    private static final Set<String> HARMLESS = Set.copyOf(WordList.section("harmless"));

    /** "son-of-a-bitch". */
    private static final int LONGEST = 4;

    private final Set<String> phrases = new HashSet<>();

    /** @param list a word or phrase a line */
    Profanities(byte[] list) {
        new String(list, StandardCharsets.UTF_8)
                .lines()
                .map(line -> String.join(" ", SpokenWords.of(line)))
                .filter(phrase -> phrase.length() > 2 && !HARMLESS.contains(phrase.replace(' ', '_')))
                .forEach(phrases::add);
    }

    boolean in(String text) {
        List<String> words = SpokenWords.of(text);
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST); to++) {
                if (phrases.contains(String.join(" ", words.subList(from, to)))) {
                    return true;
                }
            }
        }
        return false;
    }
}
