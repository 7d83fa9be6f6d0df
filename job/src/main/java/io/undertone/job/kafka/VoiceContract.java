package io.undertone.job.kafka;

import io.undertone.job.voices.EnrolmentResult;
import io.undertone.job.voices.VoiceAnswer;
import io.undertone.schema.EnrollmentResult;
import io.undertone.schema.EnrollmentStatus;
import io.undertone.schema.SpeakerEnrollment;
import io.undertone.schema.SpeakerVoiceprint;
import io.undertone.schema.VoiceprintAnswer;
import io.undertone.schema.VoiceprintRequest;
import io.undertone.schema.VoiceprintStatus;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.enrolment.AskingCall;
import io.undertone.udfs.enrolment.EnrolmentOffer;
import io.undertone.udfs.enrolment.EnrolmentOutcome;
import io.undertone.udfs.enrolment.Voiceprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Enrolments, voiceprints and what calls are told of them, across Kafka's edge. */
final class VoiceContract {
    private VoiceContract() {}

    static EnrolmentOffer read(SpeakerEnrollment from) {
        var offer = new EnrolmentOffer();
        offer.enrollmentId = from.getEnrollmentId();
        offer.name = Texts.clean(from.getName());
        offer.consent = from.getConsentBiometrics();
        offer.encoding = MediaContract.encoding(from.getCodec());
        offer.codec = from.getCodec().name();
        offer.sampleRateHz = from.getSampleRateHz();
        offer.audio = MediaContract.bytes(from.getAudio());
        return offer;
    }

    static AskingCall read(VoiceprintRequest from, long askedMillis) {
        long start = MediaContract.micros(from.getCallStart());
        return new AskingCall(new CallId(from.getTenantId(), from.getCallId(), start, from.getPart()), askedMillis);
    }

    static Voiceprint read(SpeakerVoiceprint from) {
        var voiceprint = new Voiceprint();
        voiceprint.name = Texts.clean(from.getName());
        voiceprint.embedding = floats(from.getEmbedding());
        voiceprint.modelId = from.getModelId();
        voiceprint.modelVersion = from.getModelVersion();
        voiceprint.lufs = from.getLoudnessLufs();
        voiceprint.meanAbsolute = from.getMeanAbsolute();
        voiceprint.speechSeconds = from.getSpeechSeconds();
        voiceprint.enrollments = from.getEnrollments();
        voiceprint.enrollmentIds.addAll(from.getEnrollmentIds());
        voiceprint.sinceMillis = from.getEnrolledSince().toEpochMilli();
        voiceprint.updatedMillis = from.getUpdatedAt().toEpochMilli();
        return voiceprint;
    }

    static SpeakerVoiceprint write(String tenantId, String speakerId, Voiceprint from) {
        return SpeakerVoiceprint.newBuilder()
                .setTenantId(tenantId)
                .setSpeakerId(speakerId)
                .setName(from.name)
                .setEmbedding(list(from.embedding))
                .setModelId(from.modelId)
                .setModelVersion(from.modelVersion)
                .setLoudnessLufs(from.lufs)
                .setMeanAbsolute(from.meanAbsolute)
                .setSpeechSeconds(from.speechSeconds)
                .setEnrollments(from.enrollments)
                .setEnrollmentIds(from.enrollmentIds)
                .setEnrolledSince(Instant.ofEpochMilli(from.sinceMillis))
                .setUpdatedAt(Instant.ofEpochMilli(from.updatedMillis))
                .build();
    }

    static EnrollmentResult write(EnrolmentResult from) {
        EnrolmentOutcome outcome = from.outcome();
        return EnrollmentResult.newBuilder()
                .setTenantId(from.tenantId())
                .setSpeakerId(from.speakerId())
                .setEnrollmentId(outcome.enrollmentId())
                .setStatus(Enums.to(EnrollmentStatus.class, outcome.status()))
                .setReason(outcome.reason())
                .setDetail(outcome.detail())
                .setName(outcome.name())
                .setSpeechSeconds(outcome.speechSeconds())
                .setLoudnessLufs(outcome.lufs())
                .setMeanAbsolute(outcome.meanAbsolute())
                .setModelId(outcome.modelId())
                .setModelVersion(outcome.modelVersion())
                .setEnrollments(outcome.enrollments())
                .setAt(Instant.ofEpochMilli(outcome.atMillis()))
                .build();
    }

    static VoiceprintAnswer write(VoiceAnswer from) {
        VoiceprintAnswer.Builder answer = VoiceprintAnswer.newBuilder()
                .setTenantId(from.id().tenantId)
                .setCallId(from.id().callId)
                .setCallStart(CallContract.instant(from.id().startMicros))
                .setPart(from.id().part)
                .setSpeakerId(from.speakerId())
                .setStatus(Enums.to(VoiceprintStatus.class, from.status()));
        Voiceprint voiceprint = from.voiceprint();
        if (voiceprint != null) {
            answer.setName(voiceprint.name)
                    .setEmbedding(list(voiceprint.embedding))
                    .setModelId(voiceprint.modelId)
                    .setModelVersion(voiceprint.modelVersion)
                    .setLoudnessLufs(voiceprint.lufs)
                    .setMeanAbsolute(voiceprint.meanAbsolute)
                    .setEnrollments(voiceprint.enrollments);
        }
        return answer.build();
    }

    private static float[] floats(List<Float> from) {
        float[] floats = new float[from.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = from.get(i);
        }
        return floats;
    }

    private static List<Float> list(float[] from) {
        List<Float> list = new ArrayList<>(from.length);
        for (float each : from) {
            list.add(each);
        }
        return list;
    }
}
