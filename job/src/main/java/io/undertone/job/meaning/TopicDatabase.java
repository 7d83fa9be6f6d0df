package io.undertone.job.meaning;

import io.undertone.udfs.meaning.CachedTopics;
import io.undertone.udfs.meaning.TopicBook;
import java.util.concurrent.TimeUnit;

/** The database that keeps topics: how a stage opens its book of them. */
public record TopicDatabase(String url, String user, String password) implements TopicBookFactory {
    private static final int MOST_KNOWN = 200;
    private static final long FRESH_SECONDS = 60;
    /** Shorter than fresh: a database that is back is used again soon. */
    private static final long REST_SECONDS = 15;

    @Override
    public TopicBook open() {
        return new CachedTopics(
                new JdbcTopicBook(this, MOST_KNOWN),
                TimeUnit.SECONDS.toNanos(FRESH_SECONDS),
                TimeUnit.SECONDS.toNanos(REST_SECONDS),
                System::nanoTime);
    }

    /** Without what only the database is to know. */
    @Override
    public String toString() {
        return "TopicDatabase[url=%s, user=%s]".formatted(url, user);
    }
}
