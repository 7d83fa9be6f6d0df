package io.undertone.udfs.call;

/** Why what was read of a leg's moods is taken back. */
public enum Withdrawal {
    /** The agent's voice was heard where the customer was said to be. */
    ROLE_MISMATCH,
    /** Consent to reading emotions was taken back. */
    CONSENT
}
