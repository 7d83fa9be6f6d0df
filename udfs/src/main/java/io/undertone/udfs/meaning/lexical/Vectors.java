package io.undertone.udfs.meaning.lexical;

import java.util.List;

/** Arithmetic of embeddings. */
final class Vectors {
    private Vectors() {}

    static double cosine(float[] one, float[] other) {
        double dot = 0;
        double ones = 0;
        double others = 0;
        for (int at = 0; at < one.length; at++) {
            dot += (double) one[at] * other[at];
            ones += (double) one[at] * one[at];
            others += (double) other[at] * other[at];
        }
        return ones == 0 || others == 0 ? 0 : dot / Math.sqrt(ones * others);
    }

    /** The direction that all of them share. */
    static float[] sum(List<float[]> vectors) {
        float[] sum = new float[vectors.get(0).length];
        for (float[] vector : vectors) {
            for (int at = 0; at < sum.length; at++) {
                sum[at] += vector[at];
            }
        }
        return sum;
    }
}
