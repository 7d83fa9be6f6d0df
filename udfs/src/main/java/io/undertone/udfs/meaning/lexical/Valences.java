package io.undertone.udfs.meaning.lexical;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How good or bad single words are, from −4 to 4: VADER's lexicon, less what is mere courtesy on the telephone. */
final class Valences {
    private static final Set<String> COURTESIES = Set.copyOf(WordList.section("courtesy"));

    private final Map<String, Double> byWord = new HashMap<>();

    /** @param lexicon lines of word, tab, mean, tab, and more */
    Valences(byte[] lexicon) {
        new String(lexicon, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(columns -> columns.length > 1 && !COURTESIES.contains(columns[0]))
                .forEach(columns -> byWord.put(columns[0], Double.valueOf(columns[1])));
        if (byWord.isEmpty()) {
            throw new IllegalArgumentException("a lexicon has lines of word, tab and number; there is none");
        }
    }

    double of(String word) {
        return byWord.getOrDefault(word, 0.0);
    }
}
