package io.undertone.job.kafka;

import io.undertone.job.live.Alert;
import io.undertone.job.live.Insight;
import io.undertone.schema.AlertPhase;
import io.undertone.schema.Direction;
import io.undertone.schema.EndedMood;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schema.JudgedWindow;
import io.undertone.schema.MoodScores;
import io.undertone.schema.Role;
import io.undertone.schema.RoleSource;
import io.undertone.schema.Severity;
import io.undertone.schema.Speaker;
import io.undertone.udfs.call.MoodMean;
import io.undertone.udfs.call.SpeakerMood;
import io.undertone.udfs.moods.AlertFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moods and alerts on their way out to Kafka. */
final class MoodContract {
    private static final int SAMPLES_PER_MILLI = CallTimes.SAMPLE_RATE_HZ / 1_000;

    private MoodContract() {}

    static FrustrationEvent write(Alert alert) {
        AlertFacts from = alert.facts;
        var times = new CallTimes(alert.id);
        return FrustrationEvent.newBuilder()
                .setEventId(from.eventId)
                .setAlertId(from.alertId)
                .setPhase(Enums.to(AlertPhase.class, from.phase))
                .setStep(from.step)
                .setTenantId(alert.id.tenantId)
                .setCallId(alert.id.callId)
                .setCallStart(times.start())
                .setPart(alert.id.part)
                .setLegId(from.legId)
                .setRole(Enums.to(Role.class, from.role))
                .setAgentId(from.agentId)
                .setQueueId(from.queueId)
                .setDirection(Enums.to(Direction.class, from.direction))
                .setRuleId(from.ruleId)
                .setRuleVersion(from.ruleVersion)
                .setSeverity(Enums.to(Severity.class, from.severity))
                .setReason(from.reason)
                .setEpisode(from.episode)
                .setScore(from.score)
                .setPeakScore(from.peakScore)
                .setClassProbabilities(from.classes)
                .setEnterThreshold(from.enterThreshold)
                .setExitThreshold(from.exitThreshold)
                .setBeginOffsetMs(from.beginSample / SAMPLES_PER_MILLI)
                .setEndOffsetMs(from.endSample == null ? null : Long.valueOf(from.endSample / SAMPLES_PER_MILLI))
                .setDecidedOffsetMs(from.decidedSample / SAMPLES_PER_MILLI)
                .setBeginTime(times.at(from.beginSample))
                .setEndTime(from.endSample == null ? null : times.at(from.endSample))
                .setSpeechMsInWindow(from.speechMillis)
                .setLoudnessLufs(from.loudnessLufs)
                .setLoudnessDeltaDb(from.loudnessDeltaDb)
                .setSpeaker(Enums.to(Speaker.class, from.speaker))
                .setSpeakerId(from.speakerId)
                .setSpeakerScore(from.speakerScore)
                .setLostRatio(from.lostRatio)
                .setClippedRatio(from.clippedRatio)
                .setModelId(from.modelId)
                .setModelVersion(from.modelVersion)
                .setPolicyVersion(from.policyVersion)
                .setAudio(from.audio)
                .build();
    }

    /** The windows that were judged since the second before. */
    static List<JudgedWindow> windows(Insight insight) {
        return insight.windows.stream()
                .map(window -> write(window, insight.classLabels))
                .toList();
    }

    static EndedMood write(SpeakerMood from) {
        return EndedMood.newBuilder()
                .setRole(Enums.to(Role.class, from.role))
                .setRoleSource(Enums.to(RoleSource.class, from.roleSource))
                .setSpeakerId(from.speakerId)
                .setWindows(from.windows)
                .setFailed(from.failed)
                .setNegativeWindows(from.negativeWindows)
                .setNeutralWindows(from.neutralWindows)
                .setPositiveWindows(from.positiveWindows)
                .setMean(from.mean == null ? null : write(from.mean))
                .setPeakNegative(from.peakNegative)
                .setPeakSample(from.peakSample)
                .setSwitches(from.switches)
                .setTrajectory(from.trajectory)
                .setBinSamples(from.binSamples)
                .build();
    }

    /** Of NEGATIVE, NEUTRAL and POSITIVE, in this order; null where there are none. */
    static @Nullable MoodScores scores(List<Double> moods) {
        return moods.isEmpty() ? null : new MoodScores(moods.get(0), moods.get(1), moods.get(2));
    }

    private static MoodScores write(MoodMean from) {
        return new MoodScores(from.negative, from.neutral, from.positive);
    }

    private static JudgedWindow write(io.undertone.udfs.moods.JudgedWindow from, List<String> labels) {
        Map<String, Double> classes = new HashMap<>();
        for (int i = 0; i < from.classes.size(); i++) {
            classes.put(labels.get(i), from.classes.get(i));
        }
        return JudgedWindow.newBuilder()
                .setWindowNumber(from.number)
                .setBeginSample(from.begin)
                .setEndSample(from.end)
                .setRole(Enums.to(Role.class, from.role))
                .setVoice(from.voice)
                .setSpeakerId(from.speakerId)
                .setClasses(classes)
                .setMood(scores(from.moods))
                .setSmoothed(scores(from.smoothed))
                .setLoudnessDeltaDb(from.loudnessDeltaDb)
                .setFailure(from.failure)
                .build();
    }
}
