package io.undertone.job.audio;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.speech.Erasure;

/**
 * An element that orders an erasure.
 *
 * @param <T> its own type
 */
public interface Erasing<T> extends Keyed {
    Erasure erasure();

    /** The word that it was carried out. */
    T erased();

    /** Whether it was. */
    boolean isErased();
}
