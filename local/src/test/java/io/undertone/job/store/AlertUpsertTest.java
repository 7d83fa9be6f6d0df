package io.undertone.job.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.config.PostgresConfig;
import io.undertone.job.migrate.DatabaseMigration;
import io.undertone.local.system.EmbeddedDatabase;
import io.undertone.schema.AlertEvent;
import io.undertone.schema.FeedbackRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL makes of alerts that come in any order and again. */
class AlertUpsertTest {
    private static final Instant AT = Instant.parse("2026-01-05T10:00:00.123456Z");

    @TempDir
    Path directory;

    private EmbeddedDatabase database;
    private Connection connection;

    @BeforeEach
    void start() throws Exception {
        database = EmbeddedDatabase.start(directory.resolve("database"), 0);
        var config = new PostgresConfig(database.url(), database.user(), database.password(), 100, 100);
        assertThat(new DatabaseMigration(config).migrate().ok()).isTrue();
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    @AfterEach
    void stop() throws Exception {
        connection.close();
        database.close();
    }

    @Test
    void an_alert_stands_in_its_current_phase_and_never_goes_backwards() throws Exception {
        write(event(0, "RAISED"));
        assertThat(rows("select phase || step from frustration_event")).containsExactly("RAISED0");
        write(event(2, "CLEARED"));
        write(event(1, "UPDATED"));
        write(event(2, "CLEARED"));
        write(event(0, "RAISED"));
        assertThat(rows("select phase || step from frustration_event")).containsExactly("CLEARED2");
        assertThat(rows("select class_probabilities ->> 'anger' || ' ' || audio_uris[1] from frustration_event"))
                .containsExactly("0.625 file:///a.wav");
    }

    @Test
    void what_somebody_said_is_there_once() throws Exception {
        var row = new FeedbackRow("acme", "c-1", AT, 0, 0, "a-1", "eva", AT, "RIGHT");
        write(row, Stores.VERDICT, RowVersion.ofTheOnlyOne());
        write(row, Stores.VERDICT, RowVersion.ofTheOnlyOne());
        assertThat(rows("select judged_by || ' ' || verdict from alert_feedback"))
                .containsExactly("eva RIGHT");
    }

    private void write(AlertEvent event) throws SQLException {
        write(event, Stores.ALERT, RowVersion.ofTheStep());
    }

    private <R extends SpecificRecord> void write(R row, Upsert upsert, RowVersion<R> version) throws SQLException {
        try (var statement = connection.prepareStatement(upsert.sql())) {
            new RowBinder<>(version).accept(statement, row);
            statement.executeUpdate();
        }
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    /** Texts are named after their columns. */
    private static AlertEvent event(int step, String phase) {
        var event = new AlertEvent();
        for (Schema.Field field : event.getSchema().getFields()) {
            if (field.schema().getType() == Schema.Type.STRING) {
                event.put(field.pos(), field.name());
            }
        }
        event.setCallStart(AT);
        event.setBeginTime(AT);
        event.setClassProbabilities(Map.of("anger", 0.625));
        event.setAudioUris(List.of("file:///a.wav"));
        event.setStep(step);
        event.setPhase(phase);
        return event;
    }
}
