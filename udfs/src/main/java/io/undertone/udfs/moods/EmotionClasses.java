package io.undertone.udfs.moods;

import io.undertone.udfs.model.Mood;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model's own classes and the moods that they stand for.
 *
 * @param labels in the order of the model's output
 * @param moods of each label
 * @param prior of each label, the model's mean output on calm speech: what is believed of somebody who says nothing
 */
public record EmotionClasses(List<String> labels, List<Mood> moods, List<Double> prior) implements Serializable {
    /** Cards round each figure of the prior. */
    private static final double ROUNDING = 0.005;

    public EmotionClasses {
        labels = List.copyOf(labels);
        moods = List.copyOf(moods);
        prior = List.copyOf(prior);
        if (labels.isEmpty() || moods.size() != labels.size() || prior.size() != labels.size()) {
            throw new IllegalArgumentException("classes: need labels with a mood and a prior each, got %s, %s and %s"
                    .formatted(labels, moods, prior));
        }
        double sum = prior.stream().mapToDouble(Double::doubleValue).sum();
        if (!(Math.abs(sum - 1) <= ROUNDING) || prior.stream().anyMatch(share -> share < 0)) {
            throw new IllegalArgumentException("prior: need probabilities that sum to 1, got %s".formatted(prior));
        }
    }

    int count() {
        return labels.size();
    }

    /** What is believed before anything was heard. */
    double[] calm() {
        return prior.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The probability of each mood, in the order of {@link Mood}: the sum of its classes. */
    double[] moodsOf(double[] classes) {
        double[] sums = new double[Mood.values().length];
        for (int i = 0; i < classes.length; i++) {
            sums[place(moods.get(i))] += classes[i];
        }
        return sums;
    }

    /** Where a mood stands in lists of all three. */
    static int place(Mood mood) {
        return switch (mood) {
            case NEGATIVE -> 0;
            case NEUTRAL -> 1;
            case POSITIVE -> 2;
        };
    }

    /** The probability of NEGATIVE. */
    double negative(double[] classes) {
        return moodsOf(classes)[place(Mood.NEGATIVE)];
    }

    /** Each class by its label, rounded. */
    Map<String, Double> named(double[] classes) {
        var named = new HashMap<String, Double>();
        for (int i = 0; i < classes.length; i++) {
            named.put(labels.get(i), Rounded.score(classes[i]));
        }
        return named;
    }
}
