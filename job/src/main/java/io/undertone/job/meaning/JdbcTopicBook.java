package io.undertone.job.meaning;

import io.undertone.udfs.meaning.TopicBook;
import io.undertone.udfs.meaning.TopicNames;
import io.undertone.udfs.meaning.TopicsUnavailableException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Topics in PostgreSQL, in table {@code topic}. A connection lasts for one question: behind {@link
 * io.undertone.udfs.meaning.CachedTopics} there is one in a minute, and one for each topic that is new.
 *
 * <p>A name that the index does not know may still be known in other letters: what the database makes of case depends on its
 * locale, and "C" knows ASCII alone. So a new name is entered under a lock of its tenant, after all names were compared here.
 */
final class JdbcTopicBook implements TopicBook {
    /** In the order in which they were entered. */
    private static final String NAMES = "SELECT name FROM topic WHERE tenant_id = ? ORDER BY topic_id";

    private static final String SOME_NAMES = NAMES + " LIMIT ?";
    private static final String SAME_NAME = "SELECT name FROM topic WHERE tenant_id = ? AND lower(name) = lower(?)";
    /** Until the transaction ends. Two tenants may share a lock, which costs them a moment. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('undertone.topic'), hashtext(?))";

    private static final String ENTER = "INSERT INTO topic (tenant_id, name) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private static final String PATIENCE_SECONDS = "5";

    static {
        // A job's own class loader is not where drivers are looked for.
        try {
            Class.forName("org.postgresql.Driver");
        } catch (ClassNotFoundException e) {
            throw new LinkageError("the driver of PostgreSQL belongs into this jar", e);
        }
    }

    private final TopicDatabase database;
    private final int mostKnown;

    /** @param mostKnown topics of a tenant that a question has room for */
    JdbcTopicBook(TopicDatabase database, int mostKnown) {
        this.database = database;
        this.mostKnown = mostKnown;
    }

    @Override
    public List<String> known(String tenantId) throws TopicsUnavailableException {
        try (Connection connection = connected();
                PreparedStatement asked = connection.prepareStatement(SOME_NAMES)) {
            asked.setString(1, tenantId);
            asked.setInt(2, mostKnown);
            return names(asked);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    @Override
    public String settle(String tenantId, String name) throws TopicsUnavailableException {
        String cleaned = TopicNames.cleaned(name)
                .orElseThrow(() -> new IllegalArgumentException("a topic needs a name that can be seen"));
        try (Connection connection = connected()) {
            String same = same(connection, tenantId, cleaned);
            return same == null ? entered(connection, tenantId, cleaned) : same;
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static String entered(Connection connection, String tenantId, String name) throws SQLException {
        connection.setAutoCommit(false);
        lock(connection, tenantId);
        for (String known : all(connection, tenantId)) {
            if (TopicNames.key(known).equals(TopicNames.key(name))) {
                return known; // closing the connection ends the transaction and so the lock
            }
        }
        try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setString(1, tenantId);
            enter.setString(2, name);
            enter.executeUpdate();
        }
        String settled = same(connection, tenantId, name);
        connection.commit();
        return settled == null ? name : settled;
    }

    private static @Nullable String same(Connection connection, String tenantId, String name) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(SAME_NAME)) {
            asked.setString(1, tenantId);
            asked.setString(2, name);
            List<String> names = names(asked);
            return names.isEmpty() ? null : names.get(0);
        }
    }

    private static List<String> all(Connection connection, String tenantId) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(NAMES)) {
            asked.setString(1, tenantId);
            return names(asked);
        }
    }

    private static void lock(Connection connection, String tenantId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, tenantId);
            lock.execute();
        }
    }

    private static List<String> names(PreparedStatement asked) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = asked.executeQuery()) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private Connection connected() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        for (String wait : List.of("loginTimeout", "connectTimeout", "socketTimeout")) {
            properties.setProperty(wait, PATIENCE_SECONDS);
        }
        return DriverManager.getConnection(database.url(), properties);
    }

    /** The state alone: a driver's message may quote the row, and so the call. */
    private static TopicsUnavailableException unavailable(SQLException e) {
        return new TopicsUnavailableException("the database answers with state " + e.getSQLState());
    }
}
