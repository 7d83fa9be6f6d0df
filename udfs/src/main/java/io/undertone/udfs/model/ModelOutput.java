package io.undertone.udfs.model;

/**
 * What a model answers.
 *
 * @param name of the network's output
 * @param dimensions numbers for each window
 */
public record ModelOutput(String name, int dimensions, Activation activation) {
    public ModelOutput {
        if (dimensions < 1) {
            throw new IllegalArgumentException("output: need dimensions of at least 1, got " + dimensions);
        }
    }
}
