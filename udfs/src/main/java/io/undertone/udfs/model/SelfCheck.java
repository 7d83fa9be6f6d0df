package io.undertone.udfs.model;

import java.util.Arrays;

/**
 * What the model must answer before it is used: a runtime that computes something else is found when a job starts.
 *
 * @param samples of the {@link CheckSignal} at 8 kHz
 * @param expected the first numbers of the answer
 * @param tolerance by which each may differ
 */
public record SelfCheck(int samples, float[] expected, double tolerance) {
    public SelfCheck {
        if (samples < 1 || expected.length == 0 || !(tolerance > 0)) {
            throw new IllegalArgumentException(
                    "self_check: need samples, expected numbers and a tolerance above 0, got %d, %d and %s"
                            .formatted(samples, expected.length, tolerance));
        }
    }

    /**
     * Holds an answer against what is expected.
     *
     * @throws IllegalArgumentException naming the first number that is off
     */
    public void require(String model, float[] answer) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= answer.length || !(Math.abs(answer[i] - expected[i]) <= tolerance)) {
                throw new IllegalArgumentException(
                        "model %s fails its self-check on this machine: expected %s ± %s at %d; the answer begins %s"
                                .formatted(model, expected[i], tolerance, i, beginning(answer)));
            }
        }
    }

    /** As much as a card may hold of it. */
    private static String beginning(float[] answer) {
        return Arrays.toString(Arrays.copyOf(answer, Math.min(8, answer.length)));
    }
}
