package io.undertone.udfs.enrolment;

/** What a call that asked for a voice is told. */
public enum VoiceStatus {
    FOUND,
    NOT_ENROLLED,
    /** What it was told before must be forgotten. */
    FORGOTTEN
}
