package io.undertone.udfs.moods;

import java.util.ArrayList;
import java.util.List;

/** Figures to three decimals: what leaves the judge, and what it compares with thresholds, so that a replay decides the same. */
final class Rounded {
    private Rounded() {}

    static double score(double score) {
        return Math.rint(score * 1_000) / 1_000;
    }

    static List<Double> scores(double[] scores) {
        var rounded = new ArrayList<Double>(scores.length);
        for (double score : scores) {
            rounded.add(score(score));
        }
        return rounded;
    }
}
