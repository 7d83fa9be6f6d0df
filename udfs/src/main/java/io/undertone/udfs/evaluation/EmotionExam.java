package io.undertone.udfs.evaluation;

import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.Mood;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Holds what a model made of recordings against their labels. */
public final class EmotionExam {
    /** Where a card names no threshold. */
    private static final double ENTER = 0.6;

    /** Probabilities come rounded to three decimals; as floats they may lie just below what they were rounded to. */
    private static final double ROUNDING = 1e-4;

    private final EmotionLabels labels;
    private final ModelCard card;

    public EmotionExam(EmotionLabels labels) {
        this.labels = labels;
        this.card = labels.card();
    }

    public EmotionQuality mark(List<JudgedClip> clips) {
        if (clips.isEmpty()) {
            throw new IllegalArgumentException("need a judged clip");
        }
        boolean fine = labels.areOfCard(clips.stream().map(JudgedClip::label).toList());
        Confusion byMood = byMood(clips);
        return new EmotionQuality(fine ? byLabel(clips) : byMood, byMood, anger(clips), falseAlarms(clips));
    }

    private Confusion byLabel(List<JudgedClip> clips) {
        var confusion = new Confusion(card.labels());
        for (JudgedClip clip : clips) {
            int best = 0;
            for (int i = 1; i < clip.decision().length; i++) {
                best = clip.decision()[i] > clip.decision()[best] ? i : best;
            }
            confusion.add(clip.label(), card.labels().get(best));
        }
        return confusion;
    }

    private Confusion byMood(List<JudgedClip> clips) {
        var confusion =
                new Confusion(Arrays.stream(Mood.values()).map(Mood::name).toList());
        for (JudgedClip clip : clips) {
            Mood guess = likeliest(card.moods(clip.decision()));
            confusion.add(labels.moodOf(clip.label()).name(), guess.name());
        }
        return confusion;
    }

    private static Mood likeliest(Map<Mood, Double> moods) {
        Mood best = Mood.NEGATIVE;
        for (Mood mood : Mood.values()) {
            best = moods.getOrDefault(mood, 0.0) > moods.getOrDefault(best, 0.0) ? mood : best;
        }
        return best;
    }

    private @Nullable AngerScores anger(List<JudgedClip> clips) {
        boolean named = clips.stream().anyMatch(clip -> labels.isAngry(clip.label()));
        double[] angry =
                negatives(clips, label -> named ? labels.isAngry(label) : labels.moodOf(label) == Mood.NEGATIVE);
        double[] neutral = negatives(clips, labels::isNeutral);
        return angry.length == 0 || neutral.length == 0 ? null : AngerScores.of(angry, neutral);
    }

    private double[] negatives(List<JudgedClip> clips, Predicate<String> which) {
        return clips.stream()
                .filter(clip -> which.test(clip.label()))
                .mapToDouble(clip -> negative(clip.decision()))
                .toArray();
    }

    private @Nullable FalseAlarms falseAlarms(List<JudgedClip> clips) {
        double enter = card.thresholds().getOrDefault("enter", ENTER);
        double[] calm = clips.stream()
                .filter(clip -> labels.isNeutral(clip.label()))
                .flatMap(clip -> clip.windows().stream())
                .mapToDouble(this::negative)
                .toArray();
        int falseWindows = (int) Arrays.stream(calm)
                .filter(negative -> negative >= enter - ROUNDING)
                .count();
        return calm.length == 0 ? null : new FalseAlarms(calm.length, falseWindows, enter);
    }

    private double negative(float[] probabilities) {
        return card.moods(probabilities).getOrDefault(Mood.NEGATIVE, 0.0);
    }
}
