package io.undertone.udfs.inference;

/** Why a window has no score. */
public enum Failure {
    /** Shorter than the model can use. */
    TOO_SHORT,
    /** Longer than the model can use. */
    TOO_LONG,
    /** A sample, or the model's answer, was no finite number. */
    NOT_FINITE,
    /** No answer in the time that the asker gave. */
    TIMED_OUT,
    /** More windows wait than all askers together may have under way. */
    OVERLOADED,
    /** The runtime refused or failed, as a lost GPU does. */
    RUNTIME
}
