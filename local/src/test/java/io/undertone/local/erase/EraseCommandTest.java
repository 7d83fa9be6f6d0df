package io.undertone.local.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.config.PostgresConfig;
import io.undertone.job.lake.LakeTable;
import io.undertone.job.maintain.DatabaseRows;
import io.undertone.job.migrate.DatabaseMigration;
import io.undertone.local.report.SampleLake;
import io.undertone.local.system.EmbeddedDatabase;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.speech.PieceNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** All stores and topics are real. Each test has a tenant of its own. */
class EraseCommandTest {
    private final Instant start = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MICROS);

    @TempDir
    static Path directory;

    private static EmbeddedDatabase server;
    private static WrittenTopics topics;
    private static SampleLake lake;
    private static StoredCalls calls;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedDatabase.start(directory.resolve("database"), 0);
        var database = new PostgresConfig(server.url(), server.user(), server.password(), 100, 100);
        assertThat(new DatabaseMigration(database).migrate().ok()).isTrue();
        lake = new SampleLake(directory.resolve("lake"));
        calls = new StoredCalls(lake, database);
        topics = WrittenTopics.start(directory.resolve("broker"));
    }

    @AfterAll
    static void stop() throws IOException {
        topics.close();
        server.close();
    }

    @BeforeEach
    void forget_what_was_printed() {
        out.getBuffer().setLength(0);
    }

    @Test
    void an_erased_call_is_nowhere_but_in_topics_that_forget_it() throws Exception {
        store("acme", "secret-1");
        store("acme", "other-1");
        store("globex", "secret-1");
        assertThat(erase("--tenant", "acme", "--call", "secret-1", "--yes")).isZero();

        assertThat(rowsWith("acme", "secret-1")).isZero();
        assertThat(rowsWith("acme", "other-1")).isEqualTo(2);
        assertThat(rowsWith("globex", "secret-1")).isEqualTo(2);
        assertThat(inLake("acme secret-1")).isEmpty();
        assertThat(inLake("acme other-1")).hasSize(2);
        assertThat(inLake("globex secret-1")).hasSize(2);
        assertThat(audio("acme")).hasSize(2).noneMatch(file -> file.contains("secret-1"));
        assertThat(audio("globex")).hasSize(2).allMatch(file -> file.contains("secret-1"));
        for (String topic : topics.holding("acme|secret-1")) {
            assertThat(out.toString().lines())
                    .anyMatch(line -> line.matches("topic %s +1 +– +1 +gone by 20.* UTC".formatted(topic)));
        }
        assertThat(topics.holding("acme|secret-1")).containsExactly("call-media", "ended-calls", "utterances");
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("PostgreSQL call +1 +1 +0"))
                .anyMatch(line -> line.matches("lake utterances +1 +1 +0 +\\d+ older snapshots expired for it"))
                .anyMatch(line -> line.matches("audio files +2 +2 +0"))
                .endsWith("erased: what is left goes by the retention of its topic");
    }

    @Test
    void a_dry_run_finds_it_all_and_erases_nothing() throws Exception {
        store("initech", "secret-1");
        assertThat(erase("--tenant", "initech", "--call", "secret-1", "--dry-run"))
                .isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("PostgreSQL call +1 +0 +1"))
                .anyMatch(line -> line.matches("lake calls +1 +0 +1 .*"))
                .anyMatch(line -> line.matches("audio files +2 +0 +2"));
        assertThat(rowsWith("initech", "secret-1")).isEqualTo(2);
        assertThat(inLake("initech secret-1")).hasSize(2);
        assertThat(audio("initech")).hasSize(2);
    }

    @Test
    void a_call_that_goes_on_is_refused() throws Exception {
        store("umbrella", "secret-1");
        topics.write("call-media", "umbrella|secret-1", Instant.now());
        assertThat(erase("--tenant", "umbrella", "--call", "secret-1", "--yes")).isEqualTo(1);
        assertThat(err.toString()).contains("umbrella|secret-1 is still open");
        assertThat(rowsWith("umbrella", "secret-1")).isEqualTo(2);
    }

    @Test
    void a_call_whose_report_is_to_come_is_refused() throws Exception {
        topics.write("ended-calls", "hooli|secret-1", Instant.now());
        assertThat(erase("--tenant", "hooli", "--call", "secret-1", "--yes")).isEqualTo(1);
        assertThat(err.toString()).contains("its report is still to come");
    }

    @Test
    void an_erased_speaker_is_unknown_and_the_calls_stay() throws Exception {
        store("soylent", "c-1");
        Path kept = Path.of(URI.create(part("soylent", "c-1") + "/~call.avro"));
        Files.writeString(kept, "names the speaker");
        topics.write("speaker-voiceprints", "soylent|ann", start);
        assertThat(erase("--tenant", "soylent", "--speaker", "ann", "--yes"))
                .as("%s%s", out, err)
                .isZero();

        assertThat(topics.isEnded("speaker-voiceprints", "soylent|ann")).isTrue();
        assertThat(rowsWith("soylent", "\"ann\"")).isZero();
        assertThat(rowsWith("soylent", "voice of ann")).isZero();
        assertThat(rowsWith("soylent", "bob")).as("in the same call").isOne();
        assertThat(rowsWith("soylent", "hello")).as("what was said").isOne();
        assertThat(inLake("soylent"))
                .hasSize(2)
                .noneMatch(row -> row.contains("ann"))
                .anyMatch(row -> row.contains("bob"));
        assertThat(kept).doesNotExist();
        assertThat(audio("soylent")).hasSize(2);
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("topic speaker-voiceprints +1 +1 +0 +ended by a tombstone; .*"))
                .anyMatch(line -> line.matches("lake calls +1 +1 +0 .*"))
                .anyMatch(line -> line.matches("PostgreSQL utterance +1 +1 +0"));
    }

    @Test
    void nothing_is_erased_without_a_yes() {
        assertThat(erase("--tenant", "acme", "--call", "c-1")).isEqualTo(2);
        assertThat(err.toString()).contains("say --dry-run to see what there is, or --yes to erase it");
        assertThat(erase("--tenant", "acme", "--yes")).isEqualTo(2);
    }

    /** Rows, two pieces of audio, and a record in each of three topics, all from hours ago. */
    private void store(String tenant, String call) throws Exception {
        calls.add(tenant, call, start, "ann");
        Path leg = Path.of(URI.create(part(tenant, call) + "/agent"));
        Files.createDirectories(leg);
        Files.writeString(leg.resolve("000000000-000024000.wav"), "a piece");
        Files.writeString(leg.resolve("000024000-000048000.wav"), "another");
        for (String topic : List.of("call-media", "utterances", "ended-calls")) {
            topics.write(topic, tenant + "|" + call, start.plusSeconds(60));
        }
    }

    private String part(String tenant, String call) {
        return PieceNames.ofPart(
                directory.resolve("audio").toUri().toString(),
                new CallId(tenant, call, ChronoUnit.MICROS.between(Instant.EPOCH, start), 0));
    }

    private int erase(String... arguments) {
        var all = new ArrayList<>(lake.options());
        for (String setting : List.of(
                "postgres.url=" + server.url(),
                "postgres.user=" + server.user(),
                "kafka.bootstrap_servers=" + topics.brokers(),
                "audio.directory=" + directory.resolve("audio").toUri())) {
            all.addAll(List.of("--set", setting));
        }
        all.addAll(List.of(arguments));
        return new CommandLine(new EraseCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    /** Over all tables and columns, as their text. */
    private static long rowsWith(String tenant, String text) throws SQLException {
        long found = 0;
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            for (String table : DatabaseRows.TABLES) {
                try (var statement = connection.prepareStatement(
                        "SELECT count(*) FROM %1$s WHERE tenant_id = ? AND strpos(to_jsonb(%1$s)::text, ?) > 0"
                                .formatted(table))) {
                    statement.setString(1, tenant);
                    statement.setString(2, text);
                    var row = statement.executeQuery();
                    row.next();
                    found += row.getLong(1);
                }
            }
        }
        return found;
    }

    private static List<String> inLake(String text) throws IOException {
        var rows = new ArrayList<String>();
        for (LakeTable table : LakeTable.values()) {
            for (Record row : calls.inLake(table)) {
                String columns = "%s %s %s".formatted(row.getField("tenant_id"), row.getField("call_id"), row);
                if (columns.startsWith(text)) {
                    rows.add(columns);
                }
            }
        }
        return rows;
    }

    private static List<String> audio(String tenant) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("audio").resolve(tenant))) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }
}
