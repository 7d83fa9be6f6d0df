package io.undertone.udfs.voices;

import org.jspecify.annotations.Nullable;

/** Arithmetic on embeddings. Sums are in double and scores rounded, so that a replay decides the same. */
final class Embeddings {
    private static final double THOUSANDTHS = 1_000;

    private Embeddings() {}

    /** Cosine in whole thousandths; 0 where one of them has no direction. */
    static double cosine(float[] a, float[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return aa > 0 && bb > 0 ? rounded(dot / Math.sqrt(aa * bb)) : 0;
    }

    static double rounded(double score) {
        return Math.rint(score * THOUSANDTHS) / THOUSANDTHS;
    }

    /** Of length 1; empty where there is none, or nothing to be known from it. */
    static float[] direction(float @Nullable [] embedding) {
        double squares = 0;
        for (int i = 0; embedding != null && i < embedding.length; i++) {
            squares += (double) embedding[i] * embedding[i];
        }
        if (embedding == null || !(squares > 0) || Double.isInfinite(squares)) {
            return new float[0];
        }
        float[] direction = new float[embedding.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) (embedding[i] / Math.sqrt(squares));
        }
        return direction;
    }
}
