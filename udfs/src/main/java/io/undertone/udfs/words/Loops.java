package io.undertone.udfs.words;

import java.util.List;

/** Tells text that goes round in circles, as a transcriber's does when it has lost the thread. */
final class Loops {
    private static final int LONGEST_PHRASE = 10;
    private static final int LEAST_ROUNDS = 4;
    /** Of a phrase. "I'm sorry, I'm sorry, I'm sorry" is speech; ten words of it are not. */
    private static final int LEAST_WORDS = 10;
    /** Of one word. A card may be four and fifteen ones. */
    private static final int LEAST_SINGLE_WORDS = 20;
    /** Of the text, by words. */
    private static final double LEAST_SHARE = 0.6;

    private Loops() {}

    /** Whether most of {@code text} is one phrase said over and over. */
    static boolean isLoop(String text) {
        List<String> words = WordForms.of(text);
        double most = LEAST_SHARE * words.size();
        int single = longestLoop(words, 1);
        if (single > 0 && single >= most) {
            return single >= LEAST_SINGLE_WORDS;
        }
        for (int phrase = 2; phrase <= LONGEST_PHRASE; phrase++) {
            int looped = longestLoop(words, phrase);
            if (looped >= Math.max(LEAST_WORDS, LEAST_ROUNDS * phrase) && looped >= most) {
                return true;
            }
        }
        return false;
    }

    /** Words in the longest stretch in which each word is the one {@code phrase} words before. */
    private static int longestLoop(List<String> words, int phrase) {
        int longest = 0;
        int run = 0;
        for (int i = phrase; i < words.size(); i++) {
            run = words.get(i).equals(words.get(i - phrase)) ? run + 1 : 0;
            longest = Math.max(longest, run == 0 ? 0 : run + phrase);
        }
        return longest;
    }
}
