package io.undertone.local.system;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What has been opened, closed in the opposite order. One failure does not keep the rest open. */
final class CloseStack implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** Opens a resource and remembers to close it. Safe from several threads. */
    <T extends AutoCloseable> T open(Callable<T> opener) throws Exception {
        T resource = opener.call();
        synchronized (this) {
            opened.push(resource);
        }
        return resource;
    }

    @Override
    public synchronized void close() {
        RuntimeException first = null;
        while (!opened.isEmpty()) {
            first = closeOne(opened.pop(), first);
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException closeOne(AutoCloseable resource, @Nullable RuntimeException first) {
        try {
            resource.close();
            return first;
        } catch (Exception e) {
            var failure = new IllegalStateException("could not close " + resource, e);
            if (first == null) {
                return failure;
            }
            first.addSuppressed(failure);
            return first;
        }
    }
}
