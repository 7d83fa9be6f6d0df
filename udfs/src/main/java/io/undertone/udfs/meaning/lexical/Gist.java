package io.undertone.udfs.meaning.lexical;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.meaning.DialogueLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sentences that carry a dialogue, each placed among the others by what it means. */
final class Gist {
    /** Less is "yes, of course", more is a recogniser's run of talk. */
    private static final int FEWEST_WORDS = 5;

    private static final int MOST_WORDS = 40;

    /** A sentence takes up to 30 ms of a core, measured on a busy one: a part of a call then costs 1.5 s at most. */
    private static final int MOST_SENTENCES = 48;

    /** What the customer says is what the call is about. */
    private static final double CUSTOMERS = 1.15;

    private record Placed(Sentence sentence, float[] place) {
        double weight() {
            return sentence.line().role == Role.CUSTOMER ? CUSTOMERS : 1;
        }
    }

    private final List<Placed> sentences = new ArrayList<>();

    Gist(List<DialogueLine> lines, Embedder embedder) {
        List<Sentence> all = Sentence.of(lines).stream()
                .filter(sentence -> sentence.words() >= FEWEST_WORDS && sentence.words() <= MOST_WORDS)
                .toList();
        all.stream()
                .sorted(Comparator.comparingInt(Sentence::words).reversed())
                .limit(MOST_SENTENCES)
                .forEach(sentence -> sentences.add(new Placed(sentence, embedder.embed(sentence.text()))));
    }

    /** The sentence that is most like all the others; none if nobody said one. */
    Optional<String> mainSentence() {
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        float[] centre = Vectors.sum(sentences.stream().map(Placed::place).toList());
        return sentences.stream()
                .max(Comparator.comparingDouble(placed -> placed.weight() * Vectors.cosine(placed.place, centre)))
                .map(placed -> placed.sentence.text());
    }

    /** How much the dialogue is about something: the mean of its best three sentences' likeness to it. */
    double likeness(float[] topic) {
        return sentences.stream()
                .mapToDouble(placed -> -placed.weight() * Vectors.cosine(placed.place, topic))
                .sorted()
                .limit(3)
                .map(likeness -> -likeness)
                .average()
                .orElse(0);
    }
}
