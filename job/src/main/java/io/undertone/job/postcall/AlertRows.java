package io.undertone.job.postcall;

import io.undertone.job.kafka.CallTimes;
import io.undertone.schema.AlertEvent;
import io.undertone.schema.FeedbackRow;
import io.undertone.udfs.moods.AlertFacts;

/** Alerts, and what people say to them, as they stand in their tables. */
final class AlertRows {
    /** What is written while a call goes on is of no analysis yet. */
    private static final int LIVE = 0;

    private static final double MILLIS_PER_SECOND = 1_000;

    private AlertRows() {}

    static AlertEvent of(AlertRecord record) {
        AlertFacts alert = record.alert;
        var times = new CallTimes(record.id);
        AlertEvent.Builder row = AlertEvent.newBuilder()
                .setTenantId(record.id.tenantId)
                .setCallId(record.id.callId)
                .setCallStart(times.start())
                .setPart(record.id.part)
                .setRevision(LIVE)
                .setEventId(alert.eventId)
                .setAlertId(alert.alertId)
                .setPhase(alert.phase.name())
                .setStep(alert.step)
                .setEpisode(alert.episode)
                .setBeginTime(times.at(alert.beginSample))
                .setBeginS(CallTimes.seconds(alert.beginSample))
                .setDecidedS(CallTimes.seconds(alert.decidedSample))
                .setSpeechS(alert.speechMillis / MILLIS_PER_SECOND);
        if (alert.endSample != null) {
            row.setEndTime(times.at(alert.endSample)).setEndS(CallTimes.seconds(alert.endSample));
        }
        describeCall(row, alert);
        describeRule(row, alert);
        describeSpeech(row, alert);
        return row.build();
    }

    static FeedbackRow of(VerdictRecord record) {
        return FeedbackRow.newBuilder()
                .setTenantId(record.id.tenantId)
                .setCallId(record.id.callId)
                .setCallStart(new CallTimes(record.id).start())
                .setPart(record.id.part)
                .setRevision(LIVE)
                .setAlertId(record.alertId)
                .setJudgedBy(record.by)
                .setJudgedAt(CallTimes.instant(record.atMicros))
                .setVerdict(record.verdict)
                .build();
    }

    private static void describeCall(AlertEvent.Builder row, AlertFacts alert) {
        row.setLegId(alert.legId)
                .setRole(alert.role.name())
                .setAgentId(alert.agentId)
                .setQueueId(alert.queueId)
                .setDirection(alert.direction.name());
    }

    private static void describeRule(AlertEvent.Builder row, AlertFacts alert) {
        row.setRuleId(alert.ruleId)
                .setRuleVersion(alert.ruleVersion)
                .setSeverity(alert.severity.name())
                .setReason(alert.reason)
                .setScore(alert.score)
                .setPeakScore(alert.peakScore)
                .setClassProbabilities(alert.classes)
                .setEnterThreshold(alert.enterThreshold)
                .setExitThreshold(alert.exitThreshold)
                .setModelId(alert.modelId)
                .setModelVersion(alert.modelVersion)
                .setPolicyVersion(alert.policyVersion);
    }

    private static void describeSpeech(AlertEvent.Builder row, AlertFacts alert) {
        row.setLoudnessLufs(alert.loudnessLufs)
                .setLoudnessDeltaDb(alert.loudnessDeltaDb)
                .setSpeaker(alert.speaker.name())
                .setSpeakerId(alert.speakerId)
                .setSpeakerScore(alert.speakerScore)
                .setLostRatio(alert.lostRatio)
                .setClippedRatio(alert.clippedRatio)
                .setAudioUris(alert.audio);
    }
}
