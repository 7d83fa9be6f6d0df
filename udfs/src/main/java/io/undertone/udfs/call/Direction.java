package io.undertone.udfs.call;

/** Who called whom, seen from the contact centre. */
public enum Direction {
    UNKNOWN,
    INBOUND,
    OUTBOUND,
    INTERNAL
}
