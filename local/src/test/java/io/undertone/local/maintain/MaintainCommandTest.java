package io.undertone.local.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.config.PostgresConfig;
import io.undertone.job.lake.LakeTable;
import io.undertone.job.maintain.Condition;
import io.undertone.job.maintain.DatabaseRows;
import io.undertone.job.migrate.DatabaseMigration;
import io.undertone.local.erase.StoredCalls;
import io.undertone.local.report.SampleLake;
import io.undertone.local.system.EmbeddedDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Both stores are real. Tests add calls of their own tenants, and rely on nobody else's. */
class MaintainCommandTest {
    @TempDir
    static Path directory;

    private static EmbeddedDatabase server;
    private static PostgresConfig database;
    private static SampleLake lake;
    private static StoredCalls calls;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedDatabase.start(directory.resolve("database"), 0);
        database = new PostgresConfig(server.url(), server.user(), server.password(), 100, 100);
        assertThat(new DatabaseMigration(database).migrate().ok()).isTrue();
        lake = new SampleLake(directory.resolve("lake"));
        calls = new StoredCalls(lake, database);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void old_calls_of_one_tenant_go_from_both_stores_and_those_of_another_stay() throws IOException {
        Instant old = Instant.now().minus(Duration.ofDays(40));
        calls.add("acme", "old", old, "ann");
        calls.add("acme", "new", Instant.now(), "ann");
        calls.add("globex", "old", old, "ann");
        String rule = "tenants.acme.maintain.rows_ms=" + Duration.ofDays(30).toMillis();

        assertThat(maintain("--dry-run", "--set", rule)).isZero();
        assertThat(out.toString()).contains("call 1", "utterance 1", "nothing was changed");
        assertThat(inDatabase("acme", "old")).isOne();
        assertThat(inLake()).contains("acme old");

        assertThat(maintain("--set", rule)).isZero();
        assertThat(out.toString())
                .contains("database: old rows alert_feedback 0, frustration_event 0, silence 0, utterance 1, call 1");
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("utterances +1 +3 +2 .*"))
                .anyMatch(line -> line.matches("alert_feedback +0 +0 +0 .*"));
        assertThat(inLake()).contains("acme new", "globex old").doesNotContain("acme old");
        assertThat(inDatabase("acme", "old")).isZero();
        assertThat(inDatabase("acme", "new")).isOne();
        assertThat(inDatabase("globex", "old")).isOne();
    }

    @Test
    void a_database_that_is_away_hinders_no_table_and_is_told() {
        assertThat(maintain("--set", "postgres.url=jdbc:postgresql://localhost:1/none"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("emotion_windows");
        assertThat(err.toString()).contains("PROBLEM database is left for the next run");
    }

    private int maintain(String... arguments) {
        out.getBuffer().setLength(0);
        var all = new ArrayList<>(lake.options());
        all.addAll(List.of("--set", "postgres.url=" + server.url(), "--set", "postgres.user=" + server.user()));
        all.addAll(List.of(arguments));
        return new CommandLine(new MaintainCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private static long inDatabase(String tenant, String call) throws IOException {
        try (DatabaseRows rows = DatabaseRows.of(database)) {
            return rows.count("utterance", new Condition("tenant_id = ? AND call_id = ?", List.of(tenant, call)));
        }
    }

    private static List<String> inLake() throws IOException {
        return calls.inLake(LakeTable.UTTERANCES).stream()
                .map(row -> "%s %s".formatted(row.getField("tenant_id"), row.getField("call_id")))
                .toList();
    }
}
