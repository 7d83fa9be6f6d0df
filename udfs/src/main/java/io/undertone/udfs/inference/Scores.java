package io.undertone.udfs.inference;

import io.undertone.udfs.model.Activation;
import io.undertone.udfs.model.Task;

/** Turns a row of a network's output into an answer. */
final class Scores {
    private static final double PROBABILITY_STEPS = 1e3;
    private static final double COMPONENT_STEPS = 1e4;

    private Scores() {}

    /** {@code values} becomes the answer's. */
    static Answer answer(float[] values, Task task, Activation activation) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return new Answer.Failed(Failure.NOT_FINITE, "the model answered " + value);
            }
        }
        if (activation == Activation.SOFTMAX) {
            softmax(values);
        }
        if (task == Task.SPEAKER) {
            return embedding(values);
        }
        round(values, PROBABILITY_STEPS);
        return new Answer.Scored(values);
    }

    private static Answer embedding(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        if (!(squares > 0)) {
            return new Answer.Failed(Failure.NOT_FINITE, "the embedding has no direction");
        }
        double scale = 1 / Math.sqrt(squares);
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) scale;
        }
        round(values, COMPONENT_STEPS);
        return new Answer.Scored(values);
    }

    private static void softmax(float[] values) {
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            most = Math.max(most, value);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.exp(values[i] - most);
            sum += values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= (float) sum;
        }
    }

    private static void round(float[] values, double steps) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (Math.rint(values[i] * steps) / steps);
        }
    }
}
