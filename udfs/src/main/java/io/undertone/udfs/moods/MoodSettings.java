package io.undertone.udfs.moods;

import io.undertone.udfs.model.ModelCard;
import java.io.Serializable;
import java.util.List;

/**
 * What a judge judges by: nothing in a call's state depends on it, so that two tenants may have two.
 *
 * @param frustration of rule frustration
 * @param raisedVoice of rule raised-voice
 * @param policyVersion of the rules' configuration, as alerts name it
 */
public record MoodSettings(
        String modelId,
        String modelVersion,
        EmotionClasses classes,
        MoodThresholds frustration,
        LoudnessThresholds raisedVoice,
        String policyVersion)
        implements Serializable {
    /** All by the model's card. */
    public static MoodSettings of(ModelCard card, String policyVersion) {
        List<Double> prior = card.labels().stream()
                .map(label -> card.prior().getOrDefault(label, 0.0))
                .toList();
        var classes = new EmotionClasses(
                card.labels(), card.labels().stream().map(card::moodOf).toList(), prior);
        return new MoodSettings(
                card.id(),
                card.version(),
                classes,
                MoodThresholds.of(card.thresholds()),
                LoudnessThresholds.DEFAULTS,
                policyVersion);
    }

    /** The same with other thresholds of rule frustration. */
    public MoodSettings with(MoodThresholds others) {
        return new MoodSettings(modelId, modelVersion, classes, others, raisedVoice, policyVersion);
    }

    /** The same with other thresholds of rule raised-voice. */
    public MoodSettings with(LoudnessThresholds others) {
        return new MoodSettings(modelId, modelVersion, classes, frustration, others, policyVersion);
    }

    /** Id and version of the model. */
    public String model() {
        return modelId + " " + modelVersion;
    }
}
