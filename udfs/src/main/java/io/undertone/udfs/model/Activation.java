package io.undertone.udfs.model;

/** What still has to be done to a model's output. */
public enum Activation {
    /** Nothing: it answers probabilities, or an embedding. */
    NONE,
    /** It answers logits. */
    SOFTMAX
}
