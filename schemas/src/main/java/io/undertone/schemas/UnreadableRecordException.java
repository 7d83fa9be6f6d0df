package io.undertone.schemas;

/**
 * Bytes that are no record of ours. Checked, as every reader owes them a dead letter. Its message says what was found
 * and what was expected, and never the content; for the same reason it has no cause.
 */
public final class UnreadableRecordException extends Exception {

    /** A stable code for metrics and dead letters. */
    public enum Reason {
        EMPTY,
        /** Does not begin with Avro's single-object marker and a fingerprint. */
        NOT_SINGLE_OBJECT,
        /** The fingerprint is of no released schema: foreign, or newer than this program. */
        UNKNOWN_SCHEMA,
        /** The schema is known; the bytes after the fingerprint do not follow it. */
        CORRUPT,
        TRAILING_BYTES,
        /** A sound record, but not of the kind that was asked for. */
        WRONG_RECORD
    }

    private final Reason reason;

    UnreadableRecordException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
