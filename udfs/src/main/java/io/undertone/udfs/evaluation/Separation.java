package io.undertone.udfs.evaluation;

import java.util.Arrays;

/** How far a score keeps what should score high from what should not. */
final class Separation {
    private Separation() {}

    /** Area under the ROC curve: how often a positive scores above a negative; ties count half. */
    static double rocArea(double[] positives, double[] negatives) {
        double above = 0;
        for (double positive : positives) {
            for (double negative : negatives) {
                above += positive > negative ? 1 : positive == negative ? 0.5 : 0;
            }
        }
        return above / ((double) positives.length * negatives.length);
    }

    /** The share of positives above the level that at most this share of negatives lies above. */
    static double recallAt(double falseAlarms, double[] positives, double[] negatives) {
        double[] ascending = negatives.clone();
        Arrays.sort(ascending);
        double level = ascending[ascending.length - 1 - (int) (falseAlarms * ascending.length)];
        return (double) Arrays.stream(positives).filter(score -> score > level).count() / positives.length;
    }
}
