package io.undertone.udfs.moods;

/** Where an alert stands in its life. */
public enum AlertPhase {
    RAISED,
    UPDATED,
    CLEARED
}
