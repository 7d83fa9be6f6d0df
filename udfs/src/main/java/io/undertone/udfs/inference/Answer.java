package io.undertone.udfs.inference;

/** What comes of asking a model about a window: always one of these, never nothing. */
public sealed interface Answer {
    /**
     * The model's numbers, all finite: probabilities rounded to three decimals, or an embedding of length 1 whose components are
     * rounded to four. The last digits of floats depend on who shared a batch; after rounding, a replay decides the same.
     */
    record Scored(float[] values) implements Answer {}

    /** There is no score, and why. */
    record Failed(Failure failure, String detail) implements Answer {}
}
