package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.undertone.gateway.CallScript;
import io.undertone.gateway.LegRecording;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.lake.LakeTable;
import io.undertone.local.reanalyse.ReanalyseCommand;
import io.undertone.local.transcriber.TranscriberProcess;
import io.undertone.local.transcriber.TranscriberSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.util.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The transcriber is away when a call ends. When it is back, the call is asked for, twice; while it is being analysed the database
 * goes away, which makes the post-call leg start anew.
 */
class ReanalyseTest {
    private static final int SECONDS = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What a command said, and how it ended. */
    private record Told(int exitCode, String text) {}

    @TempDir
    private static Path directory;

    private static TranscriberProcess transcriber;
    private static TestSystem system;
    private static LakeRows lake;
    private static CallScript script;
    private static PlayedCall incomplete;
    private static List<WrittenCall> completed;
    private static Told wouldAsk;
    private static Told asked;
    private static Told askedAgain;
    private static Told afterwards;
    private static Told complete;
    private static Told withoutAudio;

    @BeforeAll
    static void stop_the_transcriber_and_start_it_again() throws Exception {
        TranscriberSettings settings = TranscriberSettings.of(Recordings.projectRoot());
        Path log = directory.resolve("transcriber.log");
        transcriber = TranscriberProcess.start(settings, log, news -> {});
        int port = transcriber.port();
        transcriber.close();
        system = start("http://127.0.0.1:%d/v1".formatted(port));
        lake = new LakeRows(system.local().config().lake());
        short[] samples = Arrays.copyOf(Recordings.real("callytics_01_mono"), SECONDS * 8_000);
        script = Recordings.plain(Recordings.of("reanalysed", LegRecording.customer(samples)));
        incomplete = system.play(script);
        wouldAsk = reanalyse("--since", "1h", "--dry-run");
        transcriber = TranscriberProcess.start(settings.withPort(port), log, news -> {});
        asked = reanalyse("--since", "1h");
        askedAgain = reanalyse("--since", "1h");
        makeTheLegStartAnew();
        completed = await("revision 1 in both stores")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(ReanalyseTest::written, ReanalyseTest::haveTwoOfEach);
        afterwards = reanalyse("--since", "1h");
        complete = reanalyse("--call", script.recording().callId());
        FileUtils.deleteDirectory(
                Path.of(URI.create(system.local().config().audio().directory())).toFile());
        withoutAudio =
                reanalyse("--status", "complete", "--call", script.recording().callId());
    }

    @AfterAll
    static void close() {
        system.close();
        transcriber.close();
    }

    @Test
    void a_call_that_ends_while_the_transcriber_is_away_says_so() {
        Map<String, ?> row = incomplete.database().call().columns();
        assertThat(row.get("transcript_status")).isEqualTo("FAILED");
        assertThat(row.get("transcript_failures")).isEqualTo(List.of("UNREACHABLE"));
        assertThat(row.get("analysis_status")).isEqualTo("NO_WORDS");
        incomplete.assertStoresAgree();
    }

    @Test
    void a_dry_run_names_it_and_asks_for_nothing() {
        assertThat(wouldAsk.exitCode()).isZero();
        assertThat(wouldAsk.text())
                .contains("would be asked for as revision 1")
                .contains("1 found, 1 possible, 0 not possible");
        assertThat(asked.text()).doesNotContain("which has been asked for");
    }

    @Test
    void once_the_transcriber_is_back_the_call_is_completed_as_revision_1() {
        assertThat(asked.exitCode()).isZero();
        assertThat(asked.text()).contains("asked for as revision 1").contains("1 found, 1 asked for");
        for (WrittenCall store : completed) {
            Row row = of(store.calls(), 1).get(0);
            assertThat(row.text("transcript_status")).isEqualTo("COMPLETE");
            assertThat(row.text("analysis_status")).isEqualTo("COMPLETE");
            assertThat(row.number("word_count")).isPositive();
            assertThat(of(store.utterances(), 1))
                    .allSatisfy(utterance -> assertThat(utterance.columns()).doesNotContainEntry("text", null));
        }
    }

    @Test
    void asked_for_twice_and_started_anew_it_has_each_row_once_for_each_revision() {
        assertThat(askedAgain.exitCode()).isZero();
        assertThat(askedAgain.text()).contains("asked for as revision 1, which has been asked for since");
        for (WrittenCall store : completed) {
            assertThat(store.calls()).extracting(ReanalyseTest::revision).containsExactlyInAnyOrder(0L, 1L);
            assertThat(store.utterances()).doesNotHaveDuplicates();
            assertThat(store.silences()).doesNotHaveDuplicates();
        }
        assertThat(of(completed.get(0).utterances(), 1))
                .isEqualTo(of(completed.get(1).utterances(), 1));
        assertThat(of(completed.get(0).calls(), 1))
                .isEqualTo(of(completed.get(1).calls(), 1));
    }

    @Test
    void what_was_heard_without_words_is_what_it_was() {
        for (WrittenCall store : completed) {
            assertThat(withoutRevision(of(store.silences(), 1))).isEqualTo(withoutRevision(of(store.silences(), 0)));
            assertThat(heard(of(store.utterances(), 1))).isEqualTo(heard(of(store.utterances(), 0)));
        }
        List<Row> windows =
                lake.rows(LakeTable.EMOTION_WINDOWS, script.recording().callId());
        assertThat(of(windows, 0)).isNotEmpty();
        assertThat(withoutRevision(of(windows, 1)))
                .containsExactlyInAnyOrderElementsOf(withoutRevision(of(windows, 0)));
    }

    @Test
    void what_cannot_be_done_is_said_by_call_and_by_the_exit_code() {
        assertThat(afterwards).isEqualTo(new Told(0, "0 found, 0 asked for, 0 not possible\n"));
        assertThat(complete.exitCode()).isEqualTo(1);
        assertThat(complete.text()).contains("revision 1").contains("not possible, nothing of that is missing");
        assertThat(withoutAudio.exitCode()).isEqualTo(1);
        assertThat(withoutAudio.text()).contains("not possible, nothing is kept of it: its audio is deleted");
    }

    private static TestSystem start(String transcriberUrl) {
        return TestSystem.start(Map.of(
                "transcription.url",
                transcriberUrl,
                "transcription.model",
                "base",
                "transcription.attempts",
                2,
                "transcription.backoff_ms",
                100));
    }

    private static void makeTheLegStartAnew() throws Exception {
        system.local().database().close();
        try {
            await("the leg to fail")
                    .atMost(PATIENCE)
                    .until(() -> !system.local().failures().isEmpty());
        } finally {
            system.local().database().reopen();
        }
    }

    private static Told reanalyse(String... options) {
        UndertoneConfig config = system.local().config();
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                "--set=kafka.bootstrap_servers=" + config.kafka().bootstrapServers(),
                "--set=postgres.url=" + config.postgres().url(),
                "--set=postgres.user=" + config.postgres().user(),
                "--set=postgres.password=${PATH}", // the server trusts whoever connects from this machine
                "--set=audio.directory=" + config.audio().directory(),
                "--set=lake.warehouse=" + config.lake().warehouse()));
        var said = new StringWriter();
        int exitCode = new CommandLine(new ReanalyseCommand())
                .setOut(new PrintWriter(said))
                .execute(arguments.toArray(String[]::new));
        return new Told(exitCode, said.toString());
    }

    private static List<WrittenCall> written() {
        String callId = script.recording().callId();
        var database = new DatabaseRows(system.local().config().postgres());
        return Stream.of(database, lake)
                .map(store -> WrittenCall.read(store, callId))
                .toList();
    }

    private static boolean haveTwoOfEach(List<WrittenCall> stores) {
        return stores.stream()
                .allMatch(store -> of(store.calls(), 1).size() >= 1
                        && of(store.utterances(), 1).size()
                                >= of(store.utterances(), 0).size()
                        && of(store.silences(), 1).size()
                                >= of(store.silences(), 0).size());
    }

    private static long revision(Row row) {
        return row.count("revision");
    }

    private static List<Row> of(List<Row> rows, long revision) {
        return rows.stream().filter(row -> revision(row) == revision).toList();
    }

    private static List<Row> withoutRevision(List<Row> rows) {
        return rows.stream().map(row -> row.without("revision")).toList();
    }

    /** Where, how loud and in what mood. */
    private static List<List<Object>> heard(List<Row> utterances) {
        return utterances.stream()
                .map(row -> Arrays.<Object>asList(
                        row.number("utterance_number"),
                        row.number("begin_s"),
                        row.number("end_s"),
                        row.columns().get("loudness_lufs"),
                        row.columns().get("mood"),
                        row.texts("audio_uris")))
                .toList();
    }
}
