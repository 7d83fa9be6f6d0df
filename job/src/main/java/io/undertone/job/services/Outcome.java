package io.undertone.job.services;

/** How one attempt at asking a service ended. */
public interface Outcome {
    /** Whether another attempt may end better. */
    boolean mayPass();

    /** That the service wants to be left alone for. */
    long waitMillis();

    /** Whether the service itself has failed: one that is busy or refuses is well. */
    boolean saysDown();
}
