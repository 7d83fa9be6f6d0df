package io.undertone.job.postcall;

import io.undertone.job.kafka.EndedCallContract;
import io.undertone.schema.CallLeg;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.conversation.ConversationMetrics;

/** A leg as it stands in a call's row. */
final class LegRows {
    private LegRows() {}

    static CallLeg of(LegSummary leg, PartyFacts party, ConversationMetrics metrics) {
        return CallLeg.newBuilder()
                .setLegId(leg.legId)
                .setRole(party.role.name())
                .setRoleSource(party.roleSource.name())
                .setParticipantId(party.participantId)
                .setSpeakerId(party.speakerId)
                .setAgentId(party.agentId)
                .setUtteranceCount(leg.utterances)
                .setTalkS(metrics.talkSecondsByLeg().getOrDefault(leg.legId, 0.0))
                .setLoudnessLufs(leg.speechLufs)
                .setAudioProperties(leg.samples == 0 ? null : EndedCallContract.properties(leg))
                .build();
    }
}
