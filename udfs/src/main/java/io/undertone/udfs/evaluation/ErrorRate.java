package io.undertone.udfs.evaluation;

import io.undertone.udfs.words.WordForms;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a transcript differs from what was said: substitutions, insertions and deletions over the length of the reference. Compared
 * are words in lower case without punctuation, numbers as they are written.
 *
 * @param edits fewest that turn the reference into the transcript
 * @param length of the reference
 */
public record ErrorRate(int edits, int length) {
    public ErrorRate {
        if (length < 1 || edits < 0) {
            throw new IllegalArgumentException(
                    "need a reference that says something, got %d edits of %d".formatted(edits, length));
        }
    }

    /** WER. */
    public static ErrorRate ofWords(String reference, String transcript) {
        Map<String, Integer> ids = new HashMap<>();
        return of(ids(WordForms.of(reference), ids), ids(WordForms.of(transcript), ids));
    }

    /** CER: of the same words' characters, with one space between two words. */
    public static ErrorRate ofCharacters(String reference, String transcript) {
        return of(characters(reference), characters(transcript));
    }

    /** Above 1 where more was added than there is. */
    public double rate() {
        return (double) edits / length;
    }

    /** Of both together: long references weigh more. */
    public ErrorRate plus(ErrorRate other) {
        return new ErrorRate(edits + other.edits, length + other.length);
    }

    private static int[] ids(List<String> words, Map<String, Integer> ids) {
        return words.stream()
                .mapToInt(word -> ids.computeIfAbsent(word, unseen -> ids.size()))
                .toArray();
    }

    private static int[] characters(String text) {
        return String.join(" ", WordForms.of(text)).codePoints().toArray();
    }

    /** Levenshtein, a row at a time. */
    private static ErrorRate of(int[] reference, int[] transcript) {
        int[] above = new int[transcript.length + 1];
        Arrays.setAll(above, j -> j);
        for (int i = 1; i <= reference.length; i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = above[j - 1] + (reference[i - 1] == transcript[j - 1] ? 0 : 1);
                row[j] = Math.min(substituted, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return new ErrorRate(above[transcript.length], reference.length);
    }
}
