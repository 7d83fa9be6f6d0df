package io.undertone.job.meaning;

import io.undertone.udfs.meaning.TopicBook;
import io.undertone.udfs.meaning.TopicsUnavailableException;
import java.util.List;
import java.util.Locale;

/** Knows one topic, or is away as it is told. */
final class ToldBook implements TopicBook {
    volatile boolean away;
    volatile boolean closed;

    @Override
    public List<String> known(String tenantId) throws TopicsUnavailableException {
        reach();
        return List.of("known");
    }

    @Override
    public String settle(String tenantId, String name) throws TopicsUnavailableException {
        reach();
        return (tenantId + ": " + name).toUpperCase(Locale.ROOT);
    }

    private void reach() throws TopicsUnavailableException {
        if (away) {
            throw new TopicsUnavailableException("away");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
