package io.undertone.udfs.moods;

import io.undertone.udfs.call.Withdrawal;

/** Why an alert is cleared. */
enum Clearing {
    /** The rule says so, and why. */
    CALM(""),
    CALL_ENDED("the call ended"),
    ON_HOLD("on hold for 30 s"),
    ROLE_MISMATCH("the agent was heard where the customer was said to be"),
    CONSENT("consent to reading emotions was taken back");

    private final String words;

    Clearing(String words) {
        this.words = words;
    }

    static Clearing of(Withdrawal withdrawal) {
        return switch (withdrawal) {
            case ROLE_MISMATCH -> ROLE_MISMATCH;
            case CONSENT -> CONSENT;
        };
    }

    String reason(Rule rule, double score) {
        return this == CALM ? rule.calmReason(score) : words;
    }
}
