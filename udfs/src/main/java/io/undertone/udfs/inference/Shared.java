package io.undertone.udfs.inference;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Things of which a JVM needs one, whoever uses them: opened for the first, closed after the last. Thread-safe.
 *
 * <p>In a cluster that loads the job's classes anew at each restart, "one" is one for each class loader; therefore leases are
 * returned, and not left to the garbage collector.
 */
public final class Shared<K, V extends AutoCloseable> {
    private final Map<K, Entry<V>> entries = new HashMap<>();

    /** Opens the value, or joins those who have it. A failed opening leaves nothing. */
    public synchronized Lease<V> lease(K key, Supplier<V> opener) {
        Entry<V> entry = entries.get(key);
        if (entry == null) {
            entry = new Entry<>(opener.get());
            entries.put(key, entry);
        }
        entry.users++;
        Entry<V> leased = entry;
        return new Lease<>(leased.value, () -> release(key, leased));
    }

    /** How many are open. */
    public synchronized int size() {
        return entries.size();
    }

    private synchronized void release(K key, Entry<V> entry) {
        if (--entry.users > 0) {
            return;
        }
        entries.remove(key);
        try {
            entry.value.close();
        } catch (Exception e) {
            throw new IllegalStateException("%s did not close".formatted(key), e);
        }
    }

    private static final class Entry<V> {
        private final V value;
        private int users;

        private Entry(V value) {
            this.value = value;
        }
    }
}
