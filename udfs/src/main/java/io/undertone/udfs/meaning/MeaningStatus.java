package io.undertone.udfs.meaning;

/** How much is answered of what those who were asked about a dialogue do answer. */
public enum MeaningStatus {
    /** Everything. */
    COMPLETE,
    /** Some of it; the gaps say what is missing, and may be had by asking again. */
    PARTIAL,
    /** Nothing, and the failure says why. */
    FAILED,
    /** Nothing, because the analyst does not know the language. */
    LANGUAGE
}
