package io.undertone.job.live;

import io.undertone.udfs.call.EmotionPolicy;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.moods.LoudnessThresholds;
import io.undertone.udfs.moods.MoodSettings;
import io.undertone.udfs.moods.MoodThresholds;
import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whose moods may be read in one tenant's calls, and when somebody is alerted. Thresholds of rule frustration are the model's where
 * they are null.
 *
 * @param raisedDb rule raised-voice: over the speaker's usual level an alert begins
 * @param calmDb and below this it ends
 */
public record TenantRules(
        EmotionPolicy policy,
        @Nullable Double enter,
        @Nullable Double high,
        @Nullable Double exit,
        double raisedDb,
        double calmDb)
        implements Serializable {

    /** What a judge judges by, with this model. */
    public MoodSettings settings(ModelCard card) {
        MoodThresholds thresholds = MoodThresholds.of(card.thresholds()).with(enter, high, exit);
        String version = String.format(
                Locale.ROOT,
                "%s; frustration %.3f/%.3f/%.3f; raised-voice %.1f/%.1f",
                policy.name().toLowerCase(Locale.ROOT),
                thresholds.enter(),
                thresholds.high(),
                thresholds.exit(),
                raisedDb,
                calmDb);
        return MoodSettings.of(card, version).with(thresholds).with(new LoudnessThresholds(raisedDb, calmDb));
    }
}
