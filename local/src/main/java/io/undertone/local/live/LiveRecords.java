package io.undertone.local.live;

import io.undertone.schema.CallInsight;
import io.undertone.schema.EmotionState;
import io.undertone.schema.EndedCall;
import io.undertone.schema.EndedLeg;
import io.undertone.schema.EndedMood;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schema.JudgedWindow;
import io.undertone.schema.MoodScores;
import io.undertone.schema.UtteranceEvent;
import org.jspecify.annotations.Nullable;

/** Tells a listener what a record of the live leg's topics says; {@code atMillis} is Kafka's time of it. */
public final class LiveRecords {
    private static final double SAMPLES_PER_SECOND = 8_000;
    private static final double MILLIS_PER_SECOND = 1_000;

    private LiveRecords() {}

    public static void tell(CallInsight insight, long atMillis, LiveListener listener) {
        var call = new CallPart(insight.getTenantId(), insight.getCallId(), insight.getCallStart(), insight.getPart());
        listener.news(call, atMillis);
        listener.heard(call, second(insight));
        for (JudgedWindow window : insight.getWindows()) {
            listener.judged(call, window(insight.getLegId(), window));
        }
        if (insight.getEmotion() == EmotionState.WITHDRAWN) {
            listener.withdrawn(call, insight.getLegId());
        }
    }

    public static void tell(EndedCall ended, long atMillis, LiveListener listener) {
        var call = new CallPart(ended.getTenantId(), ended.getCallId(), ended.getCallStart(), ended.getPart());
        var end = new CallEnd(
                ended.getEndReason(),
                seconds(ended.getDurationSamples()),
                ended.getEmotionPolicy(),
                ended.getLegs().stream().map(LiveRecords::leg).toList());
        listener.news(call, atMillis);
        listener.ended(call, end);
    }

    public static void tell(FrustrationEvent event, long atMillis, LiveListener listener) {
        var call = new CallPart(event.getTenantId(), event.getCallId(), event.getCallStart(), event.getPart());
        listener.news(call, atMillis);
        listener.alerted(call, alert(event));
    }

    public static void tell(UtteranceEvent utterance, long atMillis, LiveListener listener) {
        var call = new CallPart(
                utterance.getTenantId(), utterance.getCallId(), utterance.getCallStart(), utterance.getPart());
        var spoken = new SpokenUtterance(
                utterance.getLegId(),
                utterance.getUtteranceNumber(),
                utterance.getVersion(),
                utterance.getRole().name(),
                utterance.getSpeakerId(),
                seconds(utterance.getBeginSample()),
                seconds(utterance.getEndSample()),
                utterance.getLoudnessLufs());
        listener.news(call, atMillis);
        listener.uttered(call, spoken);
    }

    private static HeardSecond second(CallInsight insight) {
        return new HeardSecond(
                insight.getLegId(),
                insight.getRole().name(),
                insight.getMediaSecond(),
                insight.getSpeaking(),
                insight.getMomentaryLufs(),
                insight.getLostRatio(),
                insight.getSpeaker().name(),
                insight.getSpeakerId(),
                moods(insight.getMood()),
                insight.getLoudnessDeltaDb());
    }

    private static MoodWindow window(String legId, JudgedWindow window) {
        return new MoodWindow(
                legId,
                window.getWindowNumber(),
                seconds(window.getBeginSample()),
                seconds(window.getEndSample()),
                window.getRole().name(),
                window.getSpeakerId(),
                window.getClasses(),
                moods(window.getMood()),
                given(window.getSmoothed()),
                window.getFailure());
    }

    private static AlertEvent alert(FrustrationEvent event) {
        Long end = event.getEndOffsetMs();
        return new AlertEvent(
                event.getEventId(),
                event.getAlertId(),
                event.getRuleId(),
                event.getPhase().name(),
                event.getStep(),
                event.getEpisode(),
                event.getLegId(),
                event.getRole().name(),
                event.getSeverity().name(),
                event.getReason(),
                event.getDecidedOffsetMs() / MILLIS_PER_SECOND,
                event.getBeginOffsetMs() / MILLIS_PER_SECOND,
                end == null ? null : end / MILLIS_PER_SECOND,
                event.getScore(),
                event.getPeakScore(),
                event.getEnterThreshold(),
                event.getExitThreshold(),
                event.getModelId(),
                event.getModelVersion());
    }

    private static LegEnd leg(EndedLeg leg) {
        return new LegEnd(
                leg.getLegId(),
                leg.getRole().name(),
                leg.getUtterances(),
                leg.getEmotionWindows(),
                leg.getEmotionWithdrawn(),
                leg.getMoods().stream().map(mood -> mood(leg.getLegId(), mood)).toList());
    }

    private static SpeakerMood mood(String legId, EndedMood mood) {
        return new SpeakerMood(
                legId,
                mood.getRole().name(),
                mood.getSpeakerId(),
                mood.getWindows(),
                mood.getFailed(),
                mood.getNegativeWindows(),
                mood.getNeutralWindows(),
                mood.getPositiveWindows(),
                moods(mood.getMean()),
                mood.getPeakNegative(),
                seconds(mood.getPeakSample()),
                mood.getSwitches(),
                mood.getTrajectory(),
                seconds(mood.getBinSamples()));
    }

    private static @Nullable Moods moods(@Nullable MoodScores scores) {
        return scores == null ? null : given(scores);
    }

    private static Moods given(MoodScores scores) {
        return new Moods(scores.getNegative(), scores.getNeutral(), scores.getPositive());
    }

    private static double seconds(long samples) {
        return samples / SAMPLES_PER_SECOND;
    }
}
