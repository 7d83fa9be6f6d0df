package io.undertone.udfs.call;

/** What a participant is in the call. */
public enum Role {
    UNKNOWN,
    CUSTOMER,
    AGENT,
    SYSTEM,
    SUPERVISOR,
    OTHER
}
