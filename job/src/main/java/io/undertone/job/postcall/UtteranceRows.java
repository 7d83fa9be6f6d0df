package io.undertone.job.postcall;

import io.undertone.job.kafka.CallTimes;
import io.undertone.schema.Utterance;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.VoiceFacts;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Utterances as they stand in their table. */
record UtteranceRows(CallId id, int revision, Speakers speakers, UtteranceMoods moods) {
    Utterance of(UtteranceFacts utterance) {
        var times = new CallTimes(id);
        Utterance.Builder row = Utterance.newBuilder()
                .setTenantId(id.tenantId)
                .setCallId(id.callId)
                .setCallStart(times.start())
                .setPart(id.part)
                .setRevision(revision)
                .setLegId(utterance.legId)
                .setUtteranceNumber(utterance.number)
                .setBeginTime(times.at(utterance.begin))
                .setBeginS(CallTimes.seconds(utterance.begin))
                .setEndS(CallTimes.seconds(utterance.end))
                .setLoudnessLufs(utterance.lufs)
                .setSpeechProbability(utterance.speechProbability)
                .setLostRatio(utterance.lostRatio)
                .setAudioUris(utterance.pieces.stream()
                        .filter(piece -> piece.stored)
                        .map((PieceFacts piece) -> piece.uri)
                        .toList());
        describeSpeaker(row, utterance);
        moods.describe(row, utterance);
        return row.build();
    }

    private void describeSpeaker(Utterance.Builder row, UtteranceFacts utterance) {
        Role role = speakers.role(utterance);
        row.setRole(role.name())
                .setRoleSource(speakers.source(utterance).name())
                .setOverlap(utterance.overlap)
                .setSpeaker(speaker(role, utterance.overlap && !speakers.refused()));
        VoiceFacts voice = speakers.voice(utterance);
        if (speakers.refused()) {
            row.setVoice(null).setSpeakerId(null).setSpeakerScore(null).setOverlap(false);
        } else if (voice == null) {
            row.setVoice(utterance.voice == 0 ? null : utterance.voice)
                    .setSpeakerId(utterance.speakerId)
                    .setSpeakerScore(utterance.speakerScore);
        } else {
            row.setVoice(voice.number).setSpeakerId(voice.speakerId).setSpeakerScore(score(utterance, voice));
        }
    }

    /** Of the utterance itself, if it was compared with whom the voice turned out to be; else the voice's. */
    private static @Nullable Double score(UtteranceFacts utterance, VoiceFacts voice) {
        boolean compared = utterance.speakerScore != null && Objects.equals(utterance.speakerId, voice.speakerId);
        return compared ? utterance.speakerScore : voice.score;
    }

    private static String speaker(Role role, boolean overlap) {
        if (overlap) {
            return "OVERLAP";
        }
        return switch (role) {
            case AGENT, CUSTOMER, UNKNOWN -> role.name();
            case SYSTEM, SUPERVISOR, OTHER -> "OTHER";
        };
    }
}
