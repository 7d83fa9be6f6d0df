package io.undertone.udfs.conversation;

/** The part someone plays in a call. */
public enum Speaker {
    CUSTOMER,
    AGENT,
    /** Known to be neither: a supervisor, an interpreter, an announcement. */
    OTHER,
    /** Not known yet, or never found out. */
    UNKNOWN
}
