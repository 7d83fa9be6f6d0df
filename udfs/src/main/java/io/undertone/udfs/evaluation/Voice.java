package io.undertone.udfs.evaluation;

/**
 * What a model made of some speech of somebody.
 *
 * @param embedding of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // Voices are compared by cosine, never by equals.
public record Voice(String speaker, float[] embedding) {
    /** Cosine, since both embeddings have length 1. */
    float likeness(Voice other) {
        double sum = 0;
        for (int i = 0; i < embedding.length; i++) {
            sum += (double) embedding[i] * other.embedding[i];
        }
        return (float) sum;
    }
}
