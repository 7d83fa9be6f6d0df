package io.undertone.job.access;

import io.undertone.job.config.PostgresConfig;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Whether the database lets us in, and do with each table what leg post-call does. {@code deploy/security/postgres-roles.sql} grants it. */
public final class DatabaseAccess {
    private static final List<String> UPSERT = List.of("SELECT", "INSERT", "UPDATE");

    private static final Map<String, List<String>> NEEDED = new TreeMap<>(Map.of(
            "call", UPSERT,
            "utterance", UPSERT,
            "silence", UPSERT,
            "frustration_event", UPSERT,
            "alert_feedback", UPSERT,
            "topic", List.of("SELECT", "INSERT")));

    /** A table that is missing is not this check's. */
    private static final String MISSING =
            "SELECT to_regclass(?) IS NOT NULL AND NOT has_table_privilege(to_regclass(?), ?)";

    private static final String PATIENCE_SECONDS = "10";
    /** SQLSTATE class 28: the server knows who we are not. */
    private static final String NOT_LET_IN = "28";

    private DatabaseAccess() {}

    /**
     * Requires what the post-call leg needs of the database.
     *
     * @throws AccessDeniedException if the server is not whom we trust, does not let us in, or lets us do too little
     */
    public static void require(PostgresConfig config) throws AccessDeniedException, IOException {
        List<String> missing = new ArrayList<>();
        try (Connection connection = connected(config)) {
            for (Map.Entry<String, List<String>> table : NEEDED.entrySet()) {
                for (String right : table.getValue()) {
                    if (isMissing(connection, table.getKey(), right)) {
                        missing.add("%s table %s".formatted(right, table.getKey()));
                    }
                }
            }
        } catch (SQLException e) {
            throw explained(config, e);
        }
        if (!missing.isEmpty()) {
            throw new AccessDeniedException(
                    "database at %s: %s may not %s, which leg post-call needs (deploy/security/postgres-roles.sql)"
                            .formatted(config.url(), config.user(), String.join(", ", missing)));
        }
    }

    private static Connection connected(PostgresConfig config) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", config.user());
        properties.setProperty("password", config.password());
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        return DriverManager.getConnection(config.url(), properties);
    }

    private static boolean isMissing(Connection connection, String table, String right) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(MISSING)) {
            asked.setString(1, table);
            asked.setString(2, table);
            asked.setString(3, right);
            try (ResultSet answer = asked.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** A refusal, or an IOException for a server that does not answer. */
    private static IOException explained(PostgresConfig config, SQLException e) throws AccessDeniedException {
        String message = "database at %s: %s".formatted(config.url(), e.getMessage());
        if (isAbout(e.getCause(), SSLException.class)) {
            throw new AccessDeniedException(
                    message + ". Whom to trust is told by sslmode and sslrootcert in postgres.url (docs/security.md)");
        }
        if (String.valueOf(e.getSQLState()).startsWith(NOT_LET_IN)) {
            throw new AccessDeniedException(message + ". See postgres.user and postgres.password (docs/security.md)");
        }
        return new IOException(message, e);
    }

    private static boolean isAbout(@Nullable Throwable cause, Class<? extends Throwable> kind) {
        return cause != null && (kind.isInstance(cause) || isAbout(cause.getCause(), kind));
    }
}
