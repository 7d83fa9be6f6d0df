package io.undertone.udfs.model;

/** What every emotion model's own classes are mapped to. */
public enum Mood {
    /** Anger, frustration, disgust, fear. */
    NEGATIVE,
    /** Neutral, calm, sadness. */
    NEUTRAL,
    /** Happiness, excitement. */
    POSITIVE
}
