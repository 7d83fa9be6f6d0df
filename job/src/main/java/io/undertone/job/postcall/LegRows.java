package io.undertone.job.postcall;

import io.undertone.job.kafka.CallTimes;
import io.undertone.job.kafka.LevelsContract;
import io.undertone.schema.CallLeg;
import io.undertone.schema.CallVerification;
import io.undertone.schema.CallVoice;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.VerificationFacts;
import io.undertone.udfs.call.VoiceFacts;
import io.undertone.udfs.conversation.ConversationMetrics;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Legs as they stand in a call's row. */
record LegRows(List<UtteranceFacts> utterances, Speakers speakers, ConversationMetrics metrics) {
    CallLeg of(LegSummary leg, PartyFacts party) {
        return CallLeg.newBuilder()
                .setLegId(leg.legId)
                .setRole(party.role.name())
                .setRoleSource(party.roleSource.name())
                .setParticipantId(party.participantId)
                .setSpeakerId(party.speakerId)
                .setAgentId(party.agentId)
                .setUtteranceCount(leg.utterances)
                .setTalkS(talkSeconds(leg))
                .setLoudnessLufs(leg.speechLufs)
                .setAudioProperties(LevelsContract.write(leg))
                .setVerification(row(leg.verification))
                .setSameSignalAs(leg.sameSignalAs)
                .setVoices(leg.voices.stream().map(voice -> row(leg, voice)).toList())
                .build();
    }

    /** Of a leg whose talk is another one's too, it is told all the same. */
    private double talkSeconds(LegSummary leg) {
        return speakers.counts(leg.legId)
                ? metrics.talkSecondsByLeg().getOrDefault(leg.legId, 0.0)
                : CallTimes.seconds(utterances.stream()
                        .filter(utterance -> utterance.legId.equals(leg.legId))
                        .mapToLong(utterance -> utterance.end - utterance.begin)
                        .sum());
    }

    private CallVoice row(LegSummary leg, VoiceFacts voice) {
        long samples = utterances.stream()
                .filter(utterance -> utterance.legId.equals(leg.legId) && speakers.voice(utterance) == voice)
                .mapToLong(utterance -> utterance.end - utterance.begin)
                .sum();
        return CallVoice.newBuilder()
                .setVoice(voice.number)
                .setSameAs(voice.sameAs)
                .setRole(voice.role.name())
                .setRoleSource(voice.roleSource.name())
                .setSpeakerId(voice.speakerId)
                .setScore(voice.score)
                .setWindowCount(voice.windows)
                .setTalkS(CallTimes.seconds(samples))
                .build();
    }

    private static @Nullable CallVerification row(@Nullable VerificationFacts from) {
        return from == null
                ? null
                : new CallVerification(from.speakerId, from.verdict.name(), from.score, from.answeredLate);
    }
}
