package io.undertone.udfs.model;

/** What a model is for. */
public enum Task {
    /** Voice activity: how likely a frame is speech. Recurrent. */
    VAD,
    /** A window of speech to an embedding of its voice. */
    SPEAKER,
    /** A window of speech to probabilities of moods. */
    EMOTION
}
