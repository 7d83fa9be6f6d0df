package io.undertone.udfs.call;

/** A record that this call could not use: a reason code, and in words what was found and what was expected. */
public record Refusal(Reason reason, String detail) {
    /** Codes as they stand in dead letters. */
    public enum Reason {
        UNSUPPORTED_CODEC,
        UNSUPPORTED_RATE,
        UNSUPPORTED_CHANNELS,
        WRONG_LENGTH,
        WRONG_DURATION,
        IMPLAUSIBLE_SEQUENCE,
        IMPLAUSIBLE_OFFSET,
        IMPLAUSIBLE_CAPTURE_TIME,
        TOO_MANY_LEGS,
        LATE,
        AFTER_CLOSE,
        TOO_OLD_TO_OPEN
    }
}
