package io.undertone.udfs.meaning.lexical;

/** Places a sentence among others by what it means. Thread-safe. */
@FunctionalInterface
public interface Embedder {
    /** A vector of length one; what means alike has a cosine near one. */
    float[] embed(String sentence);
}
