package io.undertone.udfs.meaning;

/** How much of what was asked about a dialogue is answered. */
public enum MeaningStatus {
    /** Everything. */
    COMPLETE,
    /** Some of it; the gaps say what is missing. */
    PARTIAL,
    /** Nothing, and the failure says why. */
    FAILED,
    /** Nothing, because the analyst does not know the language. */
    LANGUAGE
}
