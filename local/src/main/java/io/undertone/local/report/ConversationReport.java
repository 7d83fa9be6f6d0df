package io.undertone.local.report;

import org.jspecify.annotations.Nullable;

/** How the parties of a written call spoke with each other. */
public record ConversationReport(
        double talkS,
        double nonTalkS,
        double holdS,
        double redactedS,
        @Nullable Integer interruptionsByCustomer,
        @Nullable Integer interruptionsByAgent,
        @Nullable Double interruptedByCustomerS,
        @Nullable Double interruptedByAgentS) {
    static ConversationReport of(LakeRow call) {
        return new ConversationReport(
                call.number("talk_s"),
                call.number("non_talk_s"),
                call.number("hold_s"),
                call.number("redacted_s"),
                call.integerOrNull("interruptions_by_customer"),
                call.integerOrNull("interruptions_by_agent"),
                call.numberOrNull("interrupted_by_customer_s"),
                call.numberOrNull("interrupted_by_agent_s"));
    }
}
