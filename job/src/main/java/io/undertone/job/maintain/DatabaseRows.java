package io.undertone.job.maintain;

import io.undertone.job.config.PostgresConfig;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of PostgreSQL that belong to calls. */
public final class DatabaseRows implements AutoCloseable {
    /** Children first: whoever reads in between finds no child without its call. */
    public static final List<String> TABLES =
            List.of("alert_feedback", "frustration_event", "silence", "utterance", "call");

    private final PostgresConfig config;
    private final Connection connection;

    private DatabaseRows(PostgresConfig config, Connection connection) {
        this.config = config;
        this.connection = connection;
    }

    public static DatabaseRows of(PostgresConfig config) throws IOException {
        try {
            return new DatabaseRows(
                    config, DriverManager.getConnection(config.url(), config.user(), config.password()));
        } catch (SQLException e) {
            throw new IOException("cannot connect to " + config.url(), e);
        }
    }

    /** By table. */
    public Map<String, Long> count(Condition which) throws IOException {
        var rows = new LinkedHashMap<String, Long>();
        for (String table : TABLES) {
            rows.put(table, count(table, which));
        }
        return rows;
    }

    public long count(String table, Condition which) throws IOException {
        try (PreparedStatement statement =
                prepared("SELECT count(*) FROM %s WHERE %s".formatted(table, which.sql()), which.values())) {
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** By table, how many there were. */
    public Map<String, Long> delete(Condition which) throws IOException {
        var rows = new LinkedHashMap<String, Long>();
        for (String table : TABLES) {
            rows.put(table, update("DELETE FROM %s WHERE %s".formatted(table, which.sql()), which.values()));
        }
        return rows;
    }

    /** Returns how many rows it changed. */
    public long update(String sql, List<?> values) throws IOException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement prepared(String sql, List<?> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(
                    i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
        }
        return statement;
    }

    /** Without the cause: the driver's messages quote rows. */
    private IOException failed(SQLException e) {
        return new IOException("PostgreSQL at %s refused: SQL state %s".formatted(config.url(), e.getSQLState()));
    }
}
