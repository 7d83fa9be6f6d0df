package io.undertone.udfs.inference;

import java.util.concurrent.atomic.AtomicBoolean;

/** The use of something shared, until closed; closing twice is once. */
public final class Lease<V> implements AutoCloseable {
    private final V value;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    Lease(V value, Runnable release) {
        this.value = value;
        this.release = release;
    }

    /**
     * What is shared.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public V get() {
        if (closed.get()) {
            throw new IllegalStateException("used after it was given back");
        }
        return value;
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            release.run();
        }
    }
}
