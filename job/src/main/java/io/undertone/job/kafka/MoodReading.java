package io.undertone.job.kafka;

import io.undertone.schema.EndedCall;
import io.undertone.schema.EndedLeg;
import io.undertone.schema.EndedMood;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schema.JudgedWindow;
import io.undertone.schema.MoodScores;
import io.undertone.udfs.call.Direction;
import io.undertone.udfs.call.EmotionPolicy;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.MoodMean;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.Severity;
import io.undertone.udfs.call.SpeakerLabel;
import io.undertone.udfs.call.SpeakerMood;
import io.undertone.udfs.call.Withdrawal;
import io.undertone.udfs.moods.AlertFacts;
import io.undertone.udfs.moods.AlertPhase;
import io.undertone.udfs.moods.WindowFacts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the post-call leg reads of moods and alerts. */
final class MoodReading {
    private static final int SAMPLES_PER_MILLI = CallTimes.SAMPLE_RATE_HZ / 1_000;

    private MoodReading() {}

    static WindowFacts read(String legId, JudgedWindow from, @Nullable String model) {
        var window = new WindowFacts();
        // Leg, labels and model are the same in thousands of windows that wait in memory together.
        window.legId = legId.intern();
        window.number = from.getWindowNumber();
        window.begin = from.getBeginSample();
        window.end = from.getEndSample();
        window.role = Enums.to(Role.class, from.getRole());
        window.voice = from.getVoice();
        window.speakerId = from.getSpeakerId();
        from.getClasses().forEach((label, score) -> window.classes.put(label.intern(), score));
        window.moods = from.getMood() == null ? new double[0] : scores(from.getMood());
        window.smoothed = scores(from.getSmoothed());
        window.loudnessDeltaDb = from.getLoudnessDeltaDb();
        window.failure = from.getFailure();
        window.model = model == null ? null : model.intern();
        return window;
    }

    /** What an ended call's header says of moods and alerts. */
    static void read(EndedCallFacts ended, EndedCall from) {
        ended.emotionPolicy =
                from.getEmotionPolicy().equals("everybody") ? EmotionPolicy.EVERYBODY : EmotionPolicy.CUSTOMERS;
        ended.alerts = from.getAlerts();
        ended.highestSeverity = severity(from.getHighestSeverity());
        ended.firstAlertSample = from.getFirstAlertSample();
    }

    /** What it says of the moods of a leg. */
    static void read(LegSummary leg, EndedLeg from) {
        leg.emotionWindows = from.getEmotionWindows();
        leg.emotionWithdrawn = withdrawal(from.getEmotionWithdrawn());
        from.getMoods().forEach(mood -> leg.moods.add(read(mood)));
    }

    /** Taken back for a reason that only a newer release knows is taken back. */
    private static @Nullable Withdrawal withdrawal(@Nullable String name) {
        return name == null ? null : name.equals("ROLE_MISMATCH") ? Withdrawal.ROLE_MISMATCH : Withdrawal.CONSENT;
    }

    private static @Nullable Severity severity(@Nullable String name) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static SpeakerMood read(EndedMood from) {
        var mood = new SpeakerMood();
        mood.role = Enums.to(Role.class, from.getRole());
        mood.roleSource = Enums.to(RoleSource.class, from.getRoleSource());
        mood.speakerId = from.getSpeakerId();
        mood.windows = from.getWindows();
        mood.failed = from.getFailed();
        mood.negativeWindows = from.getNegativeWindows();
        mood.neutralWindows = from.getNeutralWindows();
        mood.positiveWindows = from.getPositiveWindows();
        @Nullable MoodScores mean = from.getMean();
        mood.mean = mean == null ? null : new MoodMean(mean.getNegative(), mean.getNeutral(), mean.getPositive());
        mood.peakNegative = from.getPeakNegative();
        mood.peakSample = from.getPeakSample();
        mood.switches = from.getSwitches();
        mood.trajectory.addAll(from.getTrajectory());
        mood.binSamples = from.getBinSamples();
        return mood;
    }

    static AlertFacts read(FrustrationEvent from) {
        var alert = new AlertFacts();
        alert.eventId = from.getEventId();
        alert.alertId = from.getAlertId();
        alert.phase = Enums.to(AlertPhase.class, from.getPhase());
        alert.step = from.getStep();
        alert.episode = from.getEpisode();
        alert.legId = from.getLegId();
        alert.role = Enums.to(Role.class, from.getRole());
        alert.agentId = from.getAgentId();
        alert.queueId = from.getQueueId();
        alert.direction = Enums.to(Direction.class, from.getDirection());
        readRule(alert, from);
        readSpeech(alert, from);
        alert.audio.addAll(from.getAudio());
        return alert;
    }

    private static void readRule(AlertFacts alert, FrustrationEvent from) {
        alert.ruleId = from.getRuleId();
        alert.ruleVersion = from.getRuleVersion();
        alert.severity = Enums.to(Severity.class, from.getSeverity());
        alert.reason = from.getReason();
        alert.score = from.getScore();
        alert.peakScore = from.getPeakScore();
        alert.classes.putAll(from.getClassProbabilities());
        alert.enterThreshold = from.getEnterThreshold();
        alert.exitThreshold = from.getExitThreshold();
        alert.modelId = from.getModelId();
        alert.modelVersion = from.getModelVersion();
        alert.policyVersion = from.getPolicyVersion();
    }

    private static void readSpeech(AlertFacts alert, FrustrationEvent from) {
        alert.beginSample = from.getBeginOffsetMs() * SAMPLES_PER_MILLI;
        alert.decidedSample = from.getDecidedOffsetMs() * SAMPLES_PER_MILLI;
        alert.endSample = from.getEndOffsetMs() == null ? null : from.getEndOffsetMs() * SAMPLES_PER_MILLI;
        alert.speechMillis = from.getSpeechMsInWindow();
        alert.loudnessLufs = from.getLoudnessLufs();
        alert.loudnessDeltaDb = from.getLoudnessDeltaDb();
        alert.speaker = Enums.to(SpeakerLabel.class, from.getSpeaker());
        alert.speakerId = from.getSpeakerId();
        alert.speakerScore = from.getSpeakerScore();
        alert.lostRatio = from.getLostRatio();
        alert.clippedRatio = from.getClippedRatio();
    }

    private static double[] scores(MoodScores from) {
        return new double[] {from.getNegative(), from.getNeutral(), from.getPositive()};
    }
}
