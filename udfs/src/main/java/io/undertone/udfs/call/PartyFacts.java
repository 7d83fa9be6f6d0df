package io.undertone.udfs.call;

import org.jspecify.annotations.Nullable;

/** Who is on a leg, as far as anybody said. The address of a participant is never kept. A POJO: keyed state. */
public class PartyFacts {
    public Role role = Role.UNKNOWN;
    public RoleSource roleSource = RoleSource.UNKNOWN;
    public @Nullable String participantId;
    public @Nullable String speakerId;
    public @Nullable String agentId;

    public PartyFacts() {}

    /** Takes over what {@code news} says; what it leaves open stays. */
    void merge(PartyFacts news) {
        if (news.role != Role.UNKNOWN) {
            role = news.role;
            roleSource = news.roleSource;
        }
        participantId = news.participantId == null ? participantId : news.participantId;
        speakerId = news.speakerId == null ? speakerId : news.speakerId;
        agentId = news.agentId == null ? agentId : news.agentId;
    }
}
