package io.undertone.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.undertone.job.Leg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One story: calls on the line while the legs fail, are rescaled with questions to transcriber and language model in flight, are down
 * for longer than every deadline, have a backlog of ten minutes, and are held up at every sink for one and a half times the longest
 * deadline. The rows, words and meaning included, and the insights without repeats are those of a run in which nothing happened, and
 * so are the alerts, each of which comes once.
 *
 * <p>Later stages join this story and change no expectation.
 */
class ScenarioTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long STALL_MILLIS = TestBed.LONGEST_DEADLINE_MILLIS * 3 / 2;
    /** All is read anew each time. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int WAVES = 9;
    private static final List<String> POST_CALL_SINKS =
            List.of("calls", "utterance-rows", "silences", "windows", "analyses");

    @TempDir
    private Path directory;

    private final Path models = Path.of(System.getProperty("undertone.root"), "models");
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final List<Wave> waves = IntStream.range(0, WAVES)
            .mapToObj(number -> new Wave(number, start.plusSeconds(20L * number)))
            .toList();
    private int sent;

    @Test
    @Timeout(value = 12, unit = TimeUnit.MINUTES)
    void what_goes_wrong_leaves_no_trace_in_rows_and_insights() throws Exception {
        Results disturbed;
        CompletableFuture<Results> nothingHappens;
        try (var bed = new TestBed(directory.resolve("disturbed"), models);
                var records = new Records(bed.broker.bootstrapServers())) {
            bed.start(2);
            await().atMost(PATIENCE).until(bed::isProcessing);
            failAndRescale(bed, records);
            beDownWithBacklog(bed, records);
            nothingHappens =
                    CompletableFuture.supplyAsync(this::undisturbed); // a stalled system leaves it the processor
            stall(bed, records);
            disturbed = written(bed, WAVES);
            assertThat(sent).isEqualTo(WAVES);
        }
        assertSame(disturbed, nothingHappens.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    private static void assertSame(Results disturbed, Results undisturbed) {
        assertThat(disturbed.database()).isEqualTo(undisturbed.database());
        assertThat(disturbed.lake()).isEqualTo(undisturbed.lake()).doesNotHaveDuplicates();
        assertThat(disturbed.insights()).isEqualTo(undisturbed.insights());
        assertThat(disturbed.analyses()).isEqualTo(undisturbed.analyses());
        assertThat(disturbed.alerts())
                .as("exactly once, as was asked for")
                .isEqualTo(undisturbed.alerts())
                .anyMatch(event -> event.contains("RAISED"));
        assertThat(undisturbed.windows()).isPositive();
        assertThat(undisturbed.database())
                .filteredOn(row -> row.startsWith("call "))
                .hasSize(WAVES * Wave.CALLS)
                .allMatch(row -> row.contains("\"transcript_status\": \"COMPLETE\""))
                .allMatch(row -> row.contains("\"analysis_status\": \"COMPLETE\""));
        assertThat(undisturbed.database()).anyMatch(row -> row.startsWith("topic "));
    }

    private Results undisturbed() {
        try (var bed = new TestBed(directory.resolve("undisturbed"), models);
                var records = new Records(bed.broker.bootstrapServers())) {
            bed.start(2);
            await().atMost(PATIENCE).until(bed::isProcessing);
            records.sendAsBacklog(waves);
            return written(bed, WAVES);
        } catch (Exception e) {
            throw new IllegalStateException("the undisturbed run failed", e);
        }
    }

    private void failAndRescale(TestBed bed, Records records) throws Exception {
        Path transcriber = Files.createFile(bed.control("transcriber"));
        Path model = Files.createFile(bed.control("model"));
        failInMidBatch(bed, onTheLine(records));
        rescale(bed, onTheLine(records), 3, bed.services.transcriber, transcriber);
        await().atMost(PATIENCE).until(() -> bed.services.model.unanswered() > 0);
        var calls = onTheLine(records);
        failInMidAnalysis(bed);
        rescale(bed, calls, 2, bed.services.model, model);
    }

    private static void failInMidBatch(TestBed bed, CompletableFuture<Void> calls) throws Exception {
        pause(3_000);
        Files.createFile(bed.control("live"));
        Files.createFile(bed.control("post-call"));
        calls.get();
        await().atMost(PATIENCE).until(() -> bed.hasFailed(Leg.LIVE) && bed.hasFailed(Leg.POST_CALL));
    }

    private static void failInMidAnalysis(TestBed bed) throws Exception {
        Files.createFile(bed.control("post-call"));
        await().atMost(PATIENCE).until(() -> bed.hasFailed(Leg.POST_CALL));
    }

    /** The savepoint holds pieces of audio, since their file system does not answer, and questions to {@code silent}. */
    private static void rescale(
            TestBed bed, CompletableFuture<Void> calls, int parallelism, Service silent, Path itsValve)
            throws Exception {
        pause(1_500);
        Path audio = Files.createFile(StallingFileSystemFactory.valve(bed.audio()));
        pause(3_500);
        await().atMost(PATIENCE).until(() -> silent.unanswered() > 0 && bed.isProcessing());
        bed.stop();
        Files.delete(audio);
        Files.delete(itsValve);
        bed.start(parallelism);
        calls.get();
    }

    private void beDownWithBacklog(TestBed bed, Records records) throws Exception {
        var calls = onTheLine(records);
        pause(3_000);
        bed.stop();
        calls.get();
        records.sendAsBacklog(List.of(nextWave(), nextWave()));
        pause(TestBed.LONGEST_DEADLINE_MILLIS * 12 / 10);
        bed.start(2);
        written(bed, sent);
    }

    /** Behind the sinks of the live leg the calls of one wave wait, behind those of the other the same and then those of the next. */
    private void stall(TestBed bed, Records records) throws Exception {
        stall(
                onTheLine(records),
                bed.control("insights"),
                bed.control("alerts"),
                bed.control("utterances"),
                bed.control("ended-calls"));
        for (String sink : POST_CALL_SINKS) {
            Files.createFile(bed.control(sink));
        }
        stall(onTheLine(records), StallingFileSystemFactory.valve(bed.audio()));
        try (Connection connection = Results.connect(bed.config);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE call, utterance, silence, frustration_event IN ACCESS EXCLUSIVE MODE");
            for (String sink : POST_CALL_SINKS) {
                Files.delete(bed.control(sink));
            }
            var calls = onTheLine(records);
            pause(STALL_MILLIS);
            connection.rollback();
            calls.get();
        }
    }

    private static void stall(CompletableFuture<Void> calls, Path... valves) throws Exception {
        pause(2_000);
        for (Path valve : valves) {
            Files.createFile(valve);
        }
        pause(STALL_MILLIS);
        for (Path valve : valves) {
            Files.delete(valve);
        }
        calls.get();
    }

    private CompletableFuture<Void> onTheLine(Records records) {
        Wave wave = nextWave();
        return CompletableFuture.runAsync(() -> {
            try {
                records.sendInRealTime(wave);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Wave nextWave() {
        return waves.get(sent++);
    }

    /** Waits for every call of so many waves. */
    private static Results written(TestBed bed, int waves) throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Results.calls(bed.config)).as("calls").isEqualTo(waves * Wave.CALLS));
        // The lake commits with checkpoints, the database in batches: they meet when all is written.
        await().atMost(PATIENCE)
                .pollInterval(LOOK)
                .untilAsserted(() -> Results.of(bed.config).assertWritten());
        return Results.of(bed.config);
    }

    /** The story happens on the wall clock: so long something lasts, and nothing is waited for. */
    private static void pause(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }
}
