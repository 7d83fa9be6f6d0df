package io.undertone.job.inference;

import io.undertone.udfs.inference.Batching;
import io.undertone.udfs.inference.Execution;
import io.undertone.udfs.model.ModelDirectories;
import java.io.Serializable;

/**
 * What a stage that asks a model ships to where it runs: the recipe, never the model.
 *
 * @param card id of the model's card, or its file
 * @param batching on a GPU
 * @param capacity requests that a subtask has under way, at most; they are in each checkpoint
 * @param timeoutMillis after which a request is answered by a failure
 */
public record ModelStage(
        ModelDirectories models, String card, Execution execution, Batching batching, int capacity, int timeoutMillis)
        implements Serializable {
    public ModelStage {
        if (capacity < 1 || timeoutMillis < 1) {
            throw new IllegalArgumentException("need a capacity and a time-out of at least 1, got %d and %d ms"
                    .formatted(capacity, timeoutMillis));
        }
    }
}
