package io.undertone.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.PostgresConfig;
import io.undertone.job.migrate.DatabaseMigration;
import io.undertone.job.migrate.Summary;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the first release, with rows in it and a leg of that release that writes, is brought to today's version. */
class GrownDatabaseTest {
    private static final int PATIENCE_S = 60;

    @TempDir
    private Path directory;

    @Test
    void rows_of_the_first_release_stay_and_have_null_where_it_knew_nothing() throws Exception {
        try (var database = EmbeddedDatabase.start(directory.resolve("database"), Port.ANY);
                Connection first = connect(database)) {
            flyway(database, "1").migrate();
            String insertion = insertion(first);
            write(first, insertion, "before");
            var migration = new DatabaseMigration(config(database));
            assertThat(migration.check().problems())
                    .singleElement()
                    .asString()
                    .startsWith("database lacks 2 (speakers)")
                    .endsWith("run migrate");

            first.setAutoCommit(false);
            write(first, insertion, "under-way");
            CompletableFuture<Summary> migrated = CompletableFuture.supplyAsync(migration::migrate);
            await().atMost(PATIENCE_S, TimeUnit.SECONDS).until(() -> waits(database));
            assertThat(migrated).as("waits for the writer").isNotDone();
            first.commit();
            assertThat(migrated.get(PATIENCE_S, TimeUnit.SECONDS).ok()).isTrue();
            write(first, insertion, "of an old leg that still runs");
            first.commit();

            assertThat(migration.check().ok()).isTrue();
            assertThat(number(database, "select count(*) from utterance")).isEqualTo(3);
            assertThat(number(
                            database,
                            "select count(*) from utterance where speaker_id is null and text is null and"
                                    + " sentiment is null"))
                    .isEqualTo(3);
        }
    }

    /** A row with whatever may not be null in the release that the database has now. */
    private static String insertion(Connection connection) throws SQLException {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select column_name, data_type from information_schema.columns where table_name = 'utterance'"
                                + " and table_schema = 'public' and is_nullable = 'NO' and column_default is null")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
                values.add(rows.getString(1).equals("call_id") ? "'%s'" : value(rows.getString(2)));
            }
        }
        return "insert into utterance (%s) values (%s)"
                .formatted(String.join(", ", columns), String.join(", ", values));
    }

    private static void write(Connection connection, String insertion, String callId) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(insertion.formatted(callId));
        }
    }

    private static String value(String type) {
        return switch (type) {
            case "text" -> "'x'";
            case "timestamp with time zone" -> "now()";
            case "boolean" -> "false";
            case "jsonb" -> "'[]'";
            case "ARRAY" -> "'{}'";
            default -> "1";
        };
    }

    private static boolean waits(EmbeddedDatabase database) throws SQLException {
        return number(database, "select count(*) from pg_locks where not granted") > 0;
    }

    private static long number(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Flyway flyway(EmbeddedDatabase database, String version) {
        return Flyway.configure()
                .dataSource(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.OWNER)
                .locations("classpath:io/undertone/schemas/sql")
                .target(version)
                .load();
    }

    private static PostgresConfig config(EmbeddedDatabase database) {
        return ConfigLoader.of(Map.of(
                        "kafka.bootstrap_servers",
                        "localhost:1",
                        "postgres.url",
                        database.url(),
                        "postgres.user",
                        EmbeddedDatabase.OWNER,
                        "postgres.password",
                        EmbeddedDatabase.OWNER,
                        "audio.directory",
                        "file:///none",
                        "lake.warehouse",
                        "file:///none"))
                .postgres();
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.OWNER);
    }
}
