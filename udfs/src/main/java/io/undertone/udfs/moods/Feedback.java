package io.undertone.udfs.moods;

/** What a person says to an alert. Whatever it is, that person knows of it: no more updates. */
public enum Feedback {
    ACKNOWLEDGED,
    RIGHT,
    WRONG,
    /** And no more alerts of this call. */
    MUTED_CALL
}
