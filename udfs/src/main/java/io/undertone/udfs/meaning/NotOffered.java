package io.undertone.udfs.meaning;

/** Why an answer is not to be had from those who are asked, however often. */
public enum NotOffered {
    /** None of them answers such a question. */
    NO_ANALYST,
    /** Who would answer it does not know the language. */
    LANGUAGE
}
