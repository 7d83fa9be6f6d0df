package io.undertone.udfs.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model: all that running it takes, what it may be used for and how well it did. A public ONNX model
 * works by its card alone.
 *
 * @param sha256 of the file, in hexadecimal
 * @param origin whose weights these are, and what they were trained on
 * @param limits what it is not
 * @param labels the output's classes, in its order; empty for an embedding
 * @param mapping each label's mood
 * @param thresholds by name, for the model's own scores
 * @param calibratedOn what the thresholds hold on: data and false-alarm rate
 * @param prior by label, the mean output on calm speech
 * @param quality measured figures, as the recipe printed them
 * @param recipe the command that made the file
 */
public record ModelCard(
        String id,
        String version,
        Task task,
        ModelSource source,
        String sha256,
        String licence,
        String origin,
        @Nullable String limits,
        ModelInput input,
        ModelOutput output,
        List<String> labels,
        Map<String, Mood> mapping,
        Map<String, Double> thresholds,
        @Nullable String calibratedOn,
        Map<String, Double> prior,
        SelfCheck selfCheck,
        Map<String, Object> quality,
        @Nullable String recipe) {
    public ModelCard {
        if (!id.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new IllegalArgumentException("id: need a-z, 0-9, '.' and '-', got " + id);
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256: need 64 lower-case hexadecimal digits, got " + sha256);
        }
        if (task == Task.EMOTION) {
            requireLabels(labels, mapping, prior, output.dimensions());
        }
    }

    /** Sums the classes' probabilities by mood; a mood without a class has 0. */
    public Map<Mood, Double> moods(float[] probabilities) {
        var moods = new EnumMap<Mood, Double>(Mood.class);
        for (Mood mood : Mood.values()) {
            moods.put(mood, 0.0);
        }
        for (int i = 0; i < labels.size(); i++) {
            moods.merge(moodOf(labels.get(i)), (double) probabilities[i], Double::sum);
        }
        return moods;
    }

    /** The mood that a label of this card stands for. */
    public Mood moodOf(String label) {
        Mood mood = mapping.get(label);
        if (mood == null) {
            throw new IllegalArgumentException("model %s has no label %s, only %s".formatted(id, label, labels));
        }
        return mood;
    }

    /** A threshold of the card. */
    public double threshold(String name) {
        Double threshold = thresholds.get(name);
        if (threshold == null) {
            throw new IllegalArgumentException(
                    "the card of model %s names no threshold '%s', only %s".formatted(id, name, thresholds.keySet()));
        }
        return threshold;
    }

    private static void requireLabels(
            List<String> labels, Map<String, Mood> mapping, Map<String, Double> prior, int dimensions) {
        if (labels.size() != dimensions) {
            throw new IllegalArgumentException(
                    "labels: need one for each of %d outputs, got %s".formatted(dimensions, labels));
        }
        for (String label : labels) {
            if (!mapping.containsKey(label)) {
                throw new IllegalArgumentException("mapping: label %s has no mood".formatted(label));
            }
        }
        if (!labels.containsAll(mapping.keySet()) || !labels.containsAll(prior.keySet())) {
            throw new IllegalArgumentException("mapping and prior name labels other than %s: %s and %s"
                    .formatted(labels, mapping.keySet(), prior.keySet()));
        }
    }
}
