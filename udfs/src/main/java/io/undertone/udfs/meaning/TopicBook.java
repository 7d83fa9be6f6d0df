package io.undertone.udfs.meaning;

import java.util.List;

/** What calls are about, tenant by tenant. Asking may wait for a database. */
public interface TopicBook extends AutoCloseable {
    /** The tenant's topics, oldest first; perhaps not the newest ones, and not more than fit a question. */
    List<String> known(String tenantId) throws TopicsUnavailableException;

    /**
     * The name under which the tenant knows the topic {@code name}, in whatever case and spacing it came; it is entered if the
     * tenant does not. However many settle a name at once, all get the same one.
     */
    String settle(String tenantId, String name) throws TopicsUnavailableException;

    @Override
    default void close() {}
}
