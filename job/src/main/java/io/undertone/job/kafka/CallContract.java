package io.undertone.job.kafka;

import io.undertone.job.live.Insight;
import io.undertone.job.runtime.Rejected;
import io.undertone.schema.AudioPiece;
import io.undertone.schema.CallInsight;
import io.undertone.schema.DeadLetter;
import io.undertone.schema.EmotionState;
import io.undertone.schema.PieceStatus;
import io.undertone.schema.Role;
import io.undertone.schema.RoleSource;
import io.undertone.schema.Speaker;
import io.undertone.schema.UtteranceEvent;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.time.Instant;
import java.util.List;

/** Utterances, insights and dead letters across Kafka's edge. */
final class CallContract {
    private CallContract() {}

    static UtteranceEvent write(CallId id, UtteranceFacts from) {
        return UtteranceEvent.newBuilder()
                .setTenantId(id.tenantId)
                .setCallId(id.callId)
                .setCallStart(instant(id.startMicros))
                .setPart(id.part)
                .setLegId(from.legId)
                .setUtteranceNumber(from.number)
                .setRole(Enums.to(Role.class, from.role))
                .setRoleSource(Enums.to(RoleSource.class, from.roleSource))
                .setBeginSample(from.begin)
                .setEndSample(from.end)
                .setLoudnessLufs(from.lufs)
                .setSpeechProbability(from.speechProbability)
                .setLostRatio(from.lostRatio)
                .setAudio(from.pieces.stream().map(CallContract::write).toList())
                .setVersion(from.version)
                .setVoice(from.voice)
                .setSpeakerId(from.speakerId)
                .setSpeakerScore(from.speakerScore)
                .setOverlap(from.overlap)
                .build();
    }

    static UtteranceFacts read(UtteranceEvent from) {
        var utterance = new UtteranceFacts();
        utterance.legId = from.getLegId();
        utterance.number = from.getUtteranceNumber();
        utterance.role = Enums.to(io.undertone.udfs.call.Role.class, from.getRole());
        utterance.roleSource = Enums.to(io.undertone.udfs.call.RoleSource.class, from.getRoleSource());
        utterance.begin = from.getBeginSample();
        utterance.end = from.getEndSample();
        utterance.lufs = from.getLoudnessLufs();
        utterance.speechProbability = from.getSpeechProbability();
        utterance.lostRatio = from.getLostRatio();
        utterance.pieces.addAll(pieces(from.getAudio()));
        utterance.version = from.getVersion();
        utterance.voice = from.getVoice();
        utterance.speakerId = from.getSpeakerId();
        utterance.speakerScore = from.getSpeakerScore();
        utterance.overlap = from.getOverlap();
        return utterance;
    }

    static CallInsight write(Insight from) {
        return CallInsight.newBuilder()
                .setTenantId(from.id.tenantId)
                .setCallId(from.id.callId)
                .setCallStart(instant(from.id.startMicros))
                .setPart(from.id.part)
                .setLegId(from.legId)
                .setRole(Enums.to(Role.class, from.role))
                .setMediaSecond(from.second)
                .setSpeaking(from.speaking)
                .setMomentaryLufs(from.momentaryLufs)
                .setRmsDbfs(from.rmsDbfs)
                .setPeakDbfs(from.peakDbfs)
                .setMeanAbsolute(from.meanAbsolute)
                .setLostRatio(from.lostRatio)
                .setRoleSource(Enums.to(RoleSource.class, from.roleSource))
                .setSpeaker(Enums.to(Speaker.class, from.speaker))
                .setVoice(from.voice)
                .setSpeakerId(from.speakerId)
                .setSpeakerScore(from.speakerScore)
                .setEmotion(Enums.to(EmotionState.class, from.emotion))
                .setMood(MoodContract.scores(from.moods))
                .setLoudnessDeltaDb(from.loudnessDeltaDb)
                .setWindows(MoodContract.windows(from))
                .setEmotionModel(from.emotionModel)
                .build();
    }

    static DeadLetter write(Rejected from) {
        Rejected.RecordPlace place = from.place();
        return DeadLetter.newBuilder()
                .setLegId(place == null ? null : place.legId())
                .setStreamId(place == null ? null : place.streamId())
                .setSequence(place == null ? null : place.sequence())
                .setStage(from.stage())
                .setReason(from.reason())
                .setDetail(from.detail())
                .setTenantId(from.tenantId())
                .setCallId(from.callId())
                .setTopic(from.origin().topic)
                .setPartition(from.origin().partition)
                .setOffset(from.origin().offset)
                .setRecordTime(Instant.ofEpochMilli(from.origin().recordMillis))
                .setRecordBytes(from.origin().bytes)
                .build();
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plusNanos(Math.multiplyExact(micros, 1_000L));
    }

    private static AudioPiece write(PieceFacts piece) {
        var status = piece.stored ? PieceStatus.STORED : PieceStatus.LOST;
        return new AudioPiece(piece.uri, piece.begin, piece.end, status);
    }

    private static List<PieceFacts> pieces(List<AudioPiece> from) {
        return from.stream()
                .map(piece -> {
                    var facts = new PieceFacts();
                    facts.uri = piece.getUri();
                    facts.begin = piece.getBeginSample();
                    facts.end = piece.getEndSample();
                    facts.stored = piece.getStatus() == PieceStatus.STORED;
                    return facts;
                })
                .toList();
    }
}
