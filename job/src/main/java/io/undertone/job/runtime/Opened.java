package io.undertone.job.runtime;

import org.jspecify.annotations.Nullable;

/** A resource that exists from {@code open} on. */
public final class Opened {
    private Opened() {}

    /** {@code resource}, of an operator that was opened. */
    public static <T> T of(@Nullable T resource) {
        if (resource == null) {
            throw new IllegalStateException("used before open");
        }
        return resource;
    }
}
