package io.undertone.udfs.evaluation;

import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.Mood;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What recordings may be sorted as: the card's own labels, and four that every model is measured on. */
public final class EmotionLabels {
    /** A recording with this label takes no part. */
    public static final String NONE = "none";

    private static final String ANGRY = "angry";
    private static final String NEUTRAL = "neutral";

    private static final Map<String, Mood> COMMON =
            Map.of(ANGRY, Mood.NEGATIVE, "happy", Mood.POSITIVE, NEUTRAL, Mood.NEUTRAL, "sad", Mood.NEUTRAL);

    private final ModelCard card;
    private final TreeMap<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final TreeMap<String, String> renamed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * Of a card, and of names that stand for one of its labels.
     *
     * @throws IllegalArgumentException if one stands for no label
     */
    public EmotionLabels(ModelCard card, Map<String, String> renamed) {
        this.card = card;
        Stream.concat(COMMON.keySet().stream(), card.labels().stream()).forEach(label -> known.put(label, label));
        known.put(NONE, NONE);
        renamed.forEach((name, label) -> this.renamed.put(name, require(label)));
    }

    /**
     * The label that a name stands for, whatever its case; empty if it is to take no part.
     *
     * @throws IllegalArgumentException if it stands for none
     */
    public Optional<String> of(String name) {
        String label = renamed.containsKey(name) ? renamed.get(name) : require(name);
        return NONE.equals(label) ? Optional.empty() : Optional.ofNullable(label);
    }

    /** Whether a label is that of calm speech, on which alarms are false. */
    public boolean isNeutral(String label) {
        return NEUTRAL.equalsIgnoreCase(label);
    }

    boolean isAngry(String label) {
        return ANGRY.equalsIgnoreCase(label);
    }

    ModelCard card() {
        return card;
    }

    boolean areOfCard(List<String> labels) {
        return card.labels().containsAll(labels);
    }

    Mood moodOf(String label) {
        Mood mood = card.mapping().getOrDefault(label, COMMON.get(label));
        if (mood == null) {
            throw new IllegalArgumentException("no mood of label " + label);
        }
        return mood;
    }

    private String require(String name) {
        String label = known.get(name);
        if (label == null) {
            throw new IllegalArgumentException("no label '%s'; there are %s, and %s to leave it out"
                    .formatted(name, String.join(", ", labels()), NONE));
        }
        return label;
    }

    private List<String> labels() {
        return known.keySet().stream().filter(label -> !label.equals(NONE)).toList();
    }
}
