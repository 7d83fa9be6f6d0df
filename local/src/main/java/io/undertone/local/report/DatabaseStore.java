package io.undertone.local.report;

import io.undertone.job.config.PostgresConfig;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** PostgreSQL as a store of calls. */
public final class DatabaseStore implements Store {
    private static final String COUNTS = """
            SELECT (SELECT count(DISTINCT (tenant_id, call_id, call_start, part)) FROM call),
                   (SELECT count(*) FROM utterance),
                   (SELECT count(*) FROM silence)
            """;

    private final Connection connection;

    private DatabaseStore(Connection connection) {
        this.connection = connection;
    }

    public static DatabaseStore open(PostgresConfig config) throws IOException {
        try {
            return new DatabaseStore(DriverManager.getConnection(config.url(), config.user(), config.password()));
        } catch (SQLException e) {
            throw new IOException("cannot connect to " + config.url(), e);
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public StoreCounts counts() throws IOException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(COUNTS)) {
            row.next();
            return new StoreCounts(row.getLong(1), row.getLong(2), row.getLong(3));
        } catch (SQLException e) {
            throw new IOException("cannot count the rows of PostgreSQL", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("cannot close the connection to PostgreSQL", e);
        }
    }
}
