package io.undertone.job.kafka;

import io.undertone.schema.AlertFeedback;
import io.undertone.schema.AlertPhase;
import io.undertone.schema.AlertVerdict;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schema.Severity;
import io.undertone.schemas.CallKey;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.SpeakerMood;
import io.undertone.udfs.moods.WindowFacts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What can be stored of moods and alerts: everything that the live leg writes, and little else. */
final class PlausibleMoods {
    /** Of one leg: a month of one a second. */
    static final int MOST_WINDOWS = 31 * 86_400;
    /** Far above the classes of any model, the voices of a leg, the stretches of a trajectory and the pieces of an alert. */
    static final int MOST_ENTRIES = 256;

    private static final long LAST_MILLI = CallTimes.LAST_SAMPLE / 8;

    private PlausibleMoods() {}

    /** What is wrong with a window; null if nothing is. */
    static @Nullable String problem(WindowFacts window) {
        boolean placed = window.number >= 1
                && window.number <= MOST_WINDOWS
                && window.begin >= 0
                && window.end > window.begin
                && window.end <= CallTimes.LAST_SAMPLE
                && plain(window.legId);
        if (!placed) {
            return "an emotion window has number %d and samples [%d, %d); expected a number from 1, begin before end, both within a month, and a plain leg_id"
                    .formatted(window.number, window.begin, window.end);
        }
        boolean scored = window.voice >= 0
                && (window.speakerId == null || plain(window.speakerId))
                && finite(window.moods)
                && finite(window.smoothed)
                && classes(window.classes)
                && finite(window.loudnessDeltaDb)
                && texts(window.failure, window.model);
        return scored
                ? null
                : "emotion window %d has scores, a speaker or a text that cannot be stored".formatted(window.number);
    }

    /** Of an ended call's leg: what is counted of its moods. */
    static boolean moods(LegSummary leg) {
        return leg.emotionWindows >= 0
                && leg.emotionWindows <= MOST_WINDOWS
                && leg.moods.size() <= MOST_ENTRIES
                && leg.moods.stream().allMatch(PlausibleMoods::mood);
    }

    /** What is wrong with an alert; null if nothing is. */
    static @Nullable String problem(FrustrationEvent alert) {
        if (alert.getPhase() == AlertPhase.UNKNOWN || alert.getSeverity() == Severity.UNKNOWN) {
            return "an alert has phase %s and severity %s, which this release does not know"
                    .formatted(alert.getPhase(), alert.getSeverity());
        }
        boolean known = plain(alert.getEventId())
                && plain(alert.getAlertId())
                && plain(alert.getLegId())
                && alert.getStep() >= 0
                && alert.getEpisode() >= 0
                && within(alert.getBeginOffsetMs())
                && within(alert.getDecidedOffsetMs())
                && within(alert.getEndOffsetMs())
                && within(alert.getSpeechMsInWindow());
        if (!known) {
            return "an alert needs a plain event_id, alert_id and leg_id, a step and an episode from 0, and times within a month of its call's start";
        }
        return numbers(alert) && words(alert) ? null : "an alert has a number or a text that cannot be stored";
    }

    /** What is wrong with what somebody said; null if nothing is. */
    static @Nullable String problem(AlertFeedback feedback) {
        if (feedback.getVerdict() == AlertVerdict.UNKNOWN) {
            return "a verdict is none that this release knows";
        }
        boolean known = plain(feedback.getAlertId())
                && !feedback.getBy().isBlank()
                && Plausible.text(feedback.getBy())
                && feedback.getAt().isAfter(Instant.EPOCH)
                && feedback.getAt().isBefore(Plausible.LATEST);
        return known ? null : "a verdict needs a plain alert_id, who said it, and a time before 2100";
    }

    private static boolean numbers(FrustrationEvent alert) {
        return finite(
                        alert.getScore(),
                        alert.getPeakScore(),
                        alert.getEnterThreshold(),
                        alert.getExitThreshold(),
                        alert.getLostRatio(),
                        alert.getClippedRatio())
                && finite(alert.getLoudnessLufs())
                && finite(alert.getLoudnessDeltaDb())
                && finite(alert.getSpeakerScore())
                && classes(alert.getClassProbabilities());
    }

    private static boolean words(FrustrationEvent alert) {
        return texts(
                        alert.getAgentId(),
                        alert.getQueueId(),
                        alert.getRuleId(),
                        alert.getReason(),
                        alert.getSpeakerId(),
                        alert.getModelId(),
                        alert.getModelVersion(),
                        alert.getPolicyVersion())
                && alert.getAudio().size() <= MOST_ENTRIES
                && alert.getAudio().stream().allMatch(Plausible::text);
    }

    private static boolean mood(SpeakerMood mood) {
        return mood.windows >= 0
                && mood.failed >= 0
                && mood.failed <= mood.windows
                && Math.min(mood.negativeWindows, Math.min(mood.neutralWindows, mood.positiveWindows)) >= 0
                && mood.peakSample >= 0
                && mood.peakSample <= CallTimes.LAST_SAMPLE
                && mood.binSamples >= 0
                && mood.binSamples <= CallTimes.LAST_SAMPLE
                && mood.trajectory.size() <= MOST_ENTRIES
                && finite(mood.peakNegative)
                && mood.trajectory.stream().allMatch(Double::isFinite)
                && (mood.mean == null || finite(mood.mean.negative, mood.mean.neutral, mood.mean.positive));
    }

    private static boolean classes(Map<String, Double> classes) {
        return classes.size() <= MOST_ENTRIES
                && classes.keySet().stream().allMatch(Plausible::text)
                && classes.values().stream().allMatch(Double::isFinite);
    }

    private static boolean plain(String id) {
        return CallKey.problem("id", id) == null;
    }

    private static boolean within(@Nullable Long millis) {
        return millis == null || (millis >= 0 && millis <= LAST_MILLI);
    }

    private static boolean finite(double... numbers) {
        return DoubleStream.of(numbers).allMatch(Double::isFinite);
    }

    private static boolean finite(@Nullable Double number) {
        return number == null || Double.isFinite(number);
    }

    private static boolean texts(@Nullable String... texts) {
        return Arrays.stream(texts).filter(Objects::nonNull).allMatch(Plausible::text);
    }
}
