package io.undertone.job.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which word was meant. */
final class Spelling {
    private Spelling() {}

    /** The word with the fewest letters to change, when that is at most a third of them. */
    static Optional<String> nearest(String found, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparingInt(word -> distance(found, word)))
                .filter(word -> 3 * distance(found, word) <= Math.max(found.length(), word.length()));
    }

    /** Levenshtein's distance, row by row. */
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
