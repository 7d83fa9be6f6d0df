package io.undertone.udfs.meaning.lexical;

import java.util.List;
import java.util.Set;

/**
 * Scores a line by the words in it, with negation ("not happy"), intensifiers ("very", "slightly") and the turn at a "but": the
 * rules and constants of VADER (Hutto and Gilbert, ICWSM 2014), without what only writing has: emoticons, capitals, marks.
 */
final class SentimentScorer {
    private static final Set<String> NEGATIONS = Set.copyOf(WordList.section("negation"));
    private static final Set<String> BOOSTERS = Set.copyOf(WordList.section("booster"));
    private static final Set<String> DAMPENERS = Set.copyOf(WordList.section("dampener"));

    /** "Not good" is less bad than "good" is good. */
    private static final double NEGATED = -0.74;

    private static final double BOOST = 0.293;

    /** A word tells on those after it, less with each word between. */
    private static final double[] REACH = {1, 0.95, 0.9};

    private static final double BEFORE_BUT = 0.5;
    private static final double AFTER_BUT = 1.5;

    /** Approximates the largest sum that is expected. */
    private static final double NORMALISER = 15;

    private final Valences valences;

    SentimentScorer(Valences valences) {
        this.valences = valences;
    }

    /** From −1 to 1, 0 if no word tells. */
    double score(String text) {
        List<String> words = SpokenWords.of(text);
        int but = words.lastIndexOf("but");
        double sum = 0;
        for (int at = 0; at < words.size(); at++) {
            double weight = but < 0 ? 1 : at < but ? BEFORE_BUT : AFTER_BUT;
            sum += weight * inContext(words, at);
        }
        return sum / Math.sqrt(sum * sum + NORMALISER);
    }

    private double inContext(List<String> words, int at) {
        double valence = valences.of(words.get(at));
        if (valence == 0) {
            return 0;
        }
        boolean negated = false;
        for (int back = 1; back <= REACH.length && back <= at; back++) {
            String word = words.get(at - back);
            negated |= NEGATIONS.contains(word) || word.endsWith("n't");
            double boost = BOOSTERS.contains(word) ? BOOST : DAMPENERS.contains(word) ? -BOOST : 0;
            valence += Math.signum(valence) * boost * REACH[back - 1];
        }
        return negated ? valence * NEGATED : valence;
    }
}
