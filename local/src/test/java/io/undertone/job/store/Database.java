package io.undertone.job.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.config.PostgresConfig;
import io.undertone.job.migrate.DatabaseMigration;
import io.undertone.local.system.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.apache.avro.specific.SpecificRecord;

/** A database with the tables of this release, and one connection to it. */
final class Database implements AutoCloseable {
    private final EmbeddedDatabase server;
    private final Path directory;
    private final Connection connection;

    private Database(EmbeddedDatabase server, Path directory) throws SQLException {
        this.server = server;
        this.directory = directory;
        this.connection = connect();
    }

    static Database start(Path directory) throws Exception {
        var database = new Database(EmbeddedDatabase.start(directory, 0), directory);
        assertThat(new DatabaseMigration(database.config()).migrate().ok()).isTrue();
        return database;
    }

    PostgresConfig config() {
        return new PostgresConfig(server.url(), server.user(), server.password(), 100, 100);
    }

    Path log() {
        return directory.resolve("server.log");
    }

    /** Another connection, for the caller to close. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }

    <R extends SpecificRecord> void write(R row, Upsert upsert) throws SQLException {
        try (var statement = connection.prepareStatement(upsert.sql())) {
            new RowBinder<R>(RowVersion.ofTheOnlyOne()).accept(statement, row);
            statement.executeUpdate();
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A line a row, values joined by {@code |}. */
    List<String> rows(String query) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                var row = new StringJoiner("|");
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        server.close();
    }
}
