package io.undertone.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.config.PostgresConfig;
import io.undertone.job.migrate.DatabaseMigration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often alerts are right, by what people said to them. */
class AlertPrecisionTest {
    @TempDir
    static Path directory;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.start(directory.resolve("database"), Port.ANY);
        var config = new PostgresConfig(database.url(), database.user(), database.password(), 100, 100);
        assertThat(new DatabaseMigration(config).migrate().ok()).isTrue();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void empty_the_tables() throws Exception {
        execute("truncate frustration_event, alert_feedback");
    }

    @Test
    void alerts_nobody_judged_have_no_precision() throws Exception {
        alert("a-1", "frustration", 1, "billing");
        alert("a-2", "frustration", 1, "billing");
        verdict("a-1", "ACKNOWLEDGED", 1);
        verdict("a-2", "MUTED_CALL", 1);
        assertThat(precision())
                .containsExactly("m 1 frustration 1 billing: 2 alerts, 0 judged, 0 right, 0 wrong, null");
    }

    @Test
    void of_an_alert_the_last_word_counts_that_says_whether_it_was_right() throws Exception {
        alert("a-1", "frustration", 1, "billing");
        verdict("a-1", "WRONG", 1);
        verdict("a-1", "RIGHT", 3);
        verdict("a-1", "WRONG", 2);
        verdict("a-1", "ACKNOWLEDGED", 4);
        alert("a-2", "frustration", 1, "billing");
        verdict("a-2", "RIGHT", 1);
        alert("a-3", "frustration", 1, "billing");
        verdict("a-3", "WRONG", 1);
        alert("a-4", "frustration", 1, "billing");
        verdict("a-4", "RIGHT", 1);
        alert("a-5", "frustration", 1, "billing");
        assertThat(precision())
                .containsExactly("m 1 frustration 1 billing: 5 alerts, 4 judged, 3 right, 1 wrong, 0.75");
    }

    @Test
    void rules_versions_and_queues_are_told_apart_and_so_are_calls_without_a_queue() throws Exception {
        alert("a-1", "frustration", 1, "billing");
        alert("a-2", "frustration", 2, "billing");
        alert("a-3", "raised-voice", 1, "billing");
        alert("a-4", "frustration", 1, "claims");
        alert("a-5", "frustration", 1, null);
        verdict("a-5", "WRONG", 1);
        assertThat(precision())
                .hasSize(5)
                .contains("m 1 frustration 1 null: 1 alerts, 1 judged, 0 right, 1 wrong, 0.0");
    }

    @Test
    void a_console_that_knows_the_call_s_start_to_the_millisecond_is_understood() throws Exception {
        alert("a-1", "frustration", 1, "billing");
        execute("insert into alert_feedback values ('acme', 'c-1', '2026-01-05T10:00:00.123Z', 0, 0, 'a-1', 'eva',"
                + " '2026-01-05T10:00:01Z', 'RIGHT', 1)");
        assertThat(precision()).singleElement().asString().endsWith("1 judged, 1 right, 0 wrong, 1.0");
    }

    @Test
    void an_alert_of_another_tenant_is_not_judged() throws Exception {
        alert("a-1", "frustration", 1, "billing");
        execute("insert into alert_feedback values ('other', 'c-1', '2026-01-05T10:00:00.123456Z', 0, 0, 'a-1', 'eva',"
                + " '2026-01-05T10:00:01Z', 'RIGHT', 1)");
        assertThat(precision()).singleElement().asString().endsWith("0 judged, 0 right, 0 wrong, null");
    }

    private static List<String> precision() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select * from alert_precision where tenant_id = 'acme'")) {
            while (found.next()) {
                rows.add("%s %s %s %s %s: %s alerts, %s judged, %s right, %s wrong, %s"
                        .formatted(
                                found.getString("model_id"),
                                found.getString("model_version"),
                                found.getString("rule_id"),
                                found.getString("rule_version"),
                                found.getString("queue_id"),
                                found.getString("alerts"),
                                found.getString("judged"),
                                found.getString("judged_right"),
                                found.getString("judged_wrong"),
                                found.getObject("precision_ratio")));
            }
        }
        return rows;
    }

    private static void alert(String alertId, String ruleId, int ruleVersion, @Nullable String queueId)
            throws SQLException {
        try (Connection connection = connect();
                var insert = connection.prepareStatement("""
                        insert into frustration_event (tenant_id, call_id, call_start, part, revision, event_id, alert_id,
                            phase, step, episode, leg_id, role, queue_id, direction, rule_id, rule_version, severity, reason,
                            score, peak_score, class_probabilities, enter_threshold, exit_threshold, begin_time, begin_s,
                            decided_s, speech_s, speaker, lost_ratio, clipped_ratio, model_id, model_version,
                            policy_version, audio_uris, version)
                        values ('acme', 'c-1', '2026-01-05T10:00:00.123456Z', 0, 0, 'e', ?, 'RAISED', 0, 1, 'customer',
                            'CUSTOMER', ?, 'INBOUND', ?, ?, 'LOW', 'loud', 1, 1, '{}', 1, 1, '2026-01-05T10:00:00Z', 1,
                            1, 1, 'CUSTOMER', 0, 0, 'm', '1', 'p', '{}', 0)""")) {
            insert.setString(1, alertId);
            insert.setString(2, queueId);
            insert.setString(3, ruleId);
            insert.setInt(4, ruleVersion);
            insert.executeUpdate();
        }
    }

    private static void verdict(String alertId, String verdict, int second) throws SQLException {
        execute("insert into alert_feedback values ('acme', 'c-1', '2026-01-05T10:00:00.123456Z', 0, 0, '%s', 'eva',"
                        .formatted(alertId)
                + " '2026-01-05T10:00:%02dZ', '%s', 1)".formatted(second, verdict));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
