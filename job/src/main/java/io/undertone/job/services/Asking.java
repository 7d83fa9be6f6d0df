package io.undertone.job.services;

import java.util.concurrent.CompletionStage;

/**
 * What a stage does with each of its elements: it asks somebody.
 *
 * @param <I> what is asked about
 * @param <O> what comes of it
 */
public interface Asking<I, O> {
    /** Asks, and never waits. Whatever goes wrong outside this program is a reply; only a bug is none. */
    CompletionStage<O> ask(I element);

    /** Lets go of all that is held for an element that takes too long, and says what is the reply instead. */
    O giveUp(I element);

    /** What to throw for a bug that was met on an element: which it was, and nothing of what was said. */
    Exception failure(I element, Throwable bug);
}
