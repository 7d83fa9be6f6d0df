package io.undertone.udfs.evaluation;

import java.util.Arrays;

/** Equal error rate: where as many different pairs are accepted as same ones are refused. */
final class EqualErrorRate {
    private EqualErrorRate() {}

    /**
     * As a fraction. Of all thresholds it takes the one at which both rates are closest, and their mean there; the recipes'
     * {@code metrics.py} does the same.
     */
    static double of(float[] same, float[] different) {
        if (same.length == 0 || different.length == 0) {
            throw new IllegalArgumentException(
                    "need same and different pairs, got %d and %d".formatted(same.length, different.length));
        }
        float[] right = ascending(same);
        float[] wrong = ascending(different);
        int r = right.length;
        int w = wrong.length;
        double closest = Double.POSITIVE_INFINITY;
        double rate = 1;
        while (r + w > 0) {
            if (w == 0 || (r > 0 && right[r - 1] >= wrong[w - 1])) {
                r--;
            } else {
                w--;
            }
            double falseAccepts = (double) (wrong.length - w) / wrong.length;
            double falseRejects = 1 - (double) (right.length - r) / right.length;
            double apart = Math.abs(falseAccepts - falseRejects);
            if (apart < closest) {
                closest = apart;
                rate = (falseAccepts + falseRejects) / 2;
            }
        }
        return rate;
    }

    private static float[] ascending(float[] scores) {
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
