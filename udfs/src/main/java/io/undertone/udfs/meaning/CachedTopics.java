package io.undertone.udfs.meaning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A book of topics that is not opened for every call: what it knew of a tenant counts for a while, and goes on to count while the
 * book cannot be read. Once it could not be reached it is left alone for a while too, so that a database that is down costs one
 * time-out and not one per call.
 */
public final class CachedTopics implements TopicBook {
    /** Of tenants that are remembered; the one unused for longest is let go of. */
    private static final int MOST_TENANTS = 1_000;

    private final TopicBook book;
    private final long freshNanos;
    private final long restNanos;
    private final LongSupplier nanoTime;

    private final Map<String, Page> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Page> eldest) {
            return size() > MOST_TENANTS;
        }
    };
    private boolean resting;
    private long restsUntil;

    /**
     * @param freshNanos for how long a tenant's topics are not read again
     * @param restNanos for how long a book that could not be reached is left alone
     */
    public CachedTopics(TopicBook book, long freshNanos, long restNanos, LongSupplier nanoTime) {
        this.book = book;
        this.freshNanos = freshNanos;
        this.restNanos = restNanos;
        this.nanoTime = nanoTime;
    }

    @Override
    public List<String> known(String tenantId) throws TopicsUnavailableException {
        Page page = page(tenantId);
        if (page != null && (nanoTime.getAsLong() - page.readAt < freshNanos || isResting())) {
            return page.names();
        }
        try {
            return read(tenantId).names();
        } catch (TopicsUnavailableException e) {
            if (page != null) {
                return page.names();
            }
            throw e;
        }
    }

    @Override
    public String settle(String tenantId, String name) throws TopicsUnavailableException {
        Page page = page(tenantId);
        String known = page == null ? null : page.byKey.get(TopicNames.key(name));
        if (known != null) {
            return known;
        }
        refuseWhileResting();
        String settled = reached(() -> book.settle(tenantId, name));
        remember(tenantId, settled);
        return settled;
    }

    @Override
    public void close() {
        book.close();
    }

    private Page read(String tenantId) throws TopicsUnavailableException {
        refuseWhileResting();
        long at = nanoTime.getAsLong();
        List<String> names = reached(() -> book.known(tenantId));
        var page = new Page(
                names.stream()
                        .collect(Collectors.toMap(
                                TopicNames::key, name -> name, (one, same) -> one, LinkedHashMap::new)),
                at);
        synchronized (this) {
            pages.put(tenantId, page);
        }
        return page;
    }

    /** The lock is never held while the book is asked. */
    private <T> T reached(Asking<T> asking) throws TopicsUnavailableException {
        try {
            return asking.ask();
        } catch (TopicsUnavailableException e) {
            synchronized (this) {
                resting = true;
                restsUntil = nanoTime.getAsLong() + restNanos;
            }
            throw e;
        }
    }

    private void refuseWhileResting() throws TopicsUnavailableException {
        if (isResting()) {
            throw new TopicsUnavailableException("topics could not be reached a moment ago");
        }
    }

    private synchronized boolean isResting() {
        resting = resting && nanoTime.getAsLong() - restsUntil < 0;
        return resting;
    }

    private synchronized @Nullable Page page(String tenantId) {
        return pages.get(tenantId);
    }

    /** The next call is to know it, also while the book cannot be read. */
    private synchronized void remember(String tenantId, String name) {
        pages.computeIfPresent(tenantId, (tenant, page) -> page.with(name));
    }

    private interface Asking<T> {
        T ask() throws TopicsUnavailableException;
    }

    private record Page(Map<String, String> byKey, long readAt) {
        List<String> names() {
            return List.copyOf(byKey.values());
        }

        Page with(String name) {
            Map<String, String> more = new LinkedHashMap<>(byKey);
            more.putIfAbsent(TopicNames.key(name), name);
            return new Page(more, readAt);
        }
    }
}
