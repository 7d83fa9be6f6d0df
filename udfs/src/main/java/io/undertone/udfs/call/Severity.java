package io.undertone.udfs.call;

/** How urgent an alert is, in ascending order. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH
}
