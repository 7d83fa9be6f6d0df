package io.undertone.local.reanalyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.undertone.job.config.PostgresConfig;
import io.undertone.job.migrate.DatabaseMigration;
import io.undertone.local.system.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which calls are found in the database. */
class LatestCallsTest {
    private static final Set<String> INCOMPLETE = Set.of("PARTIAL", "FAILED");

    @TempDir
    static Path directory;

    private static EmbeddedDatabase database;
    private static PostgresConfig config;

    @BeforeAll
    static void write_calls() throws Exception {
        database = EmbeddedDatabase.start(directory.resolve("database"), 0);
        config = new PostgresConfig(database.url(), database.user(), database.password(), 100, 100);
        assertThat(new DatabaseMigration(config).migrate().ok()).isTrue();
        write("acme", "words", "2026-11-21 10:00+00", 0, "PARTIAL", "{BUSY,TIMEOUT}", "COMPLETE");
        write("acme", "meaning", "2026-11-21 11:00+00", 0, "COMPLETE", "{}", "FAILED");
        write("acme", "whole", "2026-11-21 11:30+00", 0, "COMPLETE", "{}", "COMPLETE");
        write("acme", "completed", "2026-11-21 11:40+00", 0, "FAILED", "{BUSY}", "NO_WORDS");
        write("acme", "completed", "2026-11-21 11:40+00", 1, "COMPLETE", "{}", "COMPLETE");
        write("acme", "again", "2026-11-21 12:00+00", 0, "FAILED", "{BUSY}", "NO_WORDS");
        write("acme", "again", "2026-11-21 12:00+00", 1, "PARTIAL", "{BUSY}", "COMPLETE");
        write("globex", "words", "2026-11-21 13:00+00", 0, "PARTIAL", "{BUSY}", "COMPLETE");
        write("globex", "old", "2026-11-21 14:00+00", 0, null, null, null);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void calls_are_found_whose_latest_analysis_lacks_words_or_meaning() throws Exception {
        assertThat(find(INCOMPLETE, "2026-11-21T00:00:00Z", null, null, null))
                .containsExactly("acme words 0", "acme meaning 0", "acme again 1", "globex words 0");
    }

    @Test
    void a_range_of_time_and_a_tenant_narrow_them_down() throws Exception {
        assertThat(find(INCOMPLETE, "2026-11-21T10:00:00Z", "2026-11-21T12:00:00Z", null, null))
                .as("from the beginning on, and not with the end")
                .containsExactly("acme words 0", "acme meaning 0");
        assertThat(find(INCOMPLETE, "2026-11-21T00:00:00Z", null, "globex", null))
                .containsExactly("globex words 0");
    }

    @Test
    void a_call_that_is_named_is_found_whatever_it_lacks() throws Exception {
        assertThat(find(INCOMPLETE, null, null, null, "whole")).containsExactly("acme whole 0");
        assertThat(find(INCOMPLETE, null, null, null, "words")).containsExactly("acme words 0", "globex words 0");
        assertThat(find(INCOMPLETE, null, null, "acme", "old")).isEmpty();
    }

    @Test
    void it_is_told_why_words_are_missing() throws Exception {
        List<LatestCall> calls = new LatestCalls(config).find(query(INCOMPLETE, null, null, "acme", "words"));
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.transcriptFailures()).containsExactly("BUSY", "TIMEOUT");
            assertThat(call.id().startMicros).isEqualTo(1_795_255_200_000_125L);
        });
        assertThat(new LatestCalls(config).find(query(INCOMPLETE, null, null, null, "old")))
                .extracting(LatestCall::transcriptStatus)
                .containsOnlyNulls();
    }

    @Test
    void a_database_that_does_not_answer_is_named() {
        var nowhere = new PostgresConfig("jdbc:postgresql://localhost:1/none", "nobody", "none", 100, 100);
        assertThatIOException()
                .isThrownBy(() -> new LatestCalls(nowhere).find(query(INCOMPLETE, null, null, null, "c-1")))
                .withMessageContaining("jdbc:postgresql://localhost:1/none");
    }

    private static List<String> find(
            Set<String> statuses,
            @Nullable String since,
            @Nullable String until,
            @Nullable String tenant,
            @Nullable String call)
            throws Exception {
        return new LatestCalls(config)
                .find(query(statuses, since, until, tenant, call)).stream()
                        .map(found -> "%s %s %d".formatted(found.id().tenantId, found.id().callId, found.revision()))
                        .toList();
    }

    private static CallQuery query(
            Set<String> statuses,
            @Nullable String since,
            @Nullable String until,
            @Nullable String tenant,
            @Nullable String call) {
        return new CallQuery(
                statuses,
                since == null ? null : Instant.parse(since),
                until == null ? null : Instant.parse(until),
                tenant,
                call);
    }

    private static void write(
            String tenant,
            String call,
            String start,
            int revision,
            @Nullable String transcript,
            @Nullable String failures,
            @Nullable String analysis)
            throws SQLException {
        String insert = """
                INSERT INTO call (tenant_id, call_id, call_start, part, revision, call_end, duration_s, end_reason, direction,
                    agent_ids, talk_s, hold_s, redacted_s, non_talk_s, silence_count, silence_total_s, silence_total_std_s,
                    silence_total_iqr_s, silence_leading_s, silence_trailing_s, legs, frames_received, frames_lost,
                    frames_duplicate, frames_late, frames_refused, frames_withheld, frames_played, pieces_stored, pieces_lost,
                    utterance_status, versions, version, transcript_status, transcript_failures, analysis_status)
                VALUES (?, ?, ?::timestamptz + interval '125 microseconds', 0, ?, now(), 1, 'ENDED', 'INBOUND', '{}', 0, 0, 0, 0,
                    0, 0, 0, 0, 0, 0, '[]', 0, 0, 0, 0, 0, 0, 0, 0, 0, 'COMPLETE', '{}', 1, ?, ?::text[], ?)
                """;
        try (var connection = DriverManager.getConnection(config.url(), config.user(), config.password());
                var statement = connection.prepareStatement(insert)) {
            statement.setString(1, tenant);
            statement.setString(2, call);
            statement.setString(3, start);
            statement.setInt(4, revision);
            statement.setString(5, transcript);
            statement.setString(6, failures);
            statement.setString(7, analysis);
            statement.executeUpdate();
        }
    }
}
