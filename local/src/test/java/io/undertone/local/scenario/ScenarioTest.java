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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One story: calls on the line while the legs fail, are rescaled, are down for longer than every deadline, have a backlog of ten
 * minutes, and are held up at every sink for one and a half times the longest deadline. The rows, and the insights without
 * repeats, are those of a run in which nothing happened, and so are the alerts, each of which comes once.
 *
 * <p>Later stages join this story and change no expectation.
 */
class ScenarioTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long STALL_MILLIS = TestBed.LONGEST_DEADLINE_MILLIS * 3 / 2;

    @TempDir
    private Path directory;

    private final Path models = Path.of(System.getProperty("undertone.root"), "models");
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final List<Wave> waves = new ArrayList<>();

    @Test
    @Timeout(value = 12, unit = TimeUnit.MINUTES)
    void what_goes_wrong_leaves_no_trace_in_rows_and_insights() throws Exception {
        Results disturbed = disturbed();
        Results undisturbed = undisturbed();

        assertThat(disturbed.database()).isEqualTo(undisturbed.database());
        assertThat(disturbed.lake()).isEqualTo(undisturbed.lake()).doesNotHaveDuplicates();
        assertThat(disturbed.insights()).isEqualTo(undisturbed.insights());
        assertThat(disturbed.alerts())
                .as("exactly once, as was asked for")
                .isEqualTo(undisturbed.alerts())
                .anyMatch(event -> event.contains("RAISED"));
        assertThat(undisturbed.windows()).isPositive();
        assertThat(undisturbed.database()).anyMatch(row -> row.startsWith("utterance"));
    }

    private Results undisturbed() throws Exception {
        try (var bed = new TestBed(directory.resolve("undisturbed"), models);
                var records = new Records(bed.broker.bootstrapServers())) {
            bed.start(2);
            await().atMost(PATIENCE).until(bed::isProcessing);
            records.sendAsBacklog(waves);
            return written(bed);
        }
    }

    private Results disturbed() throws Exception {
        try (var bed = new TestBed(directory.resolve("disturbed"), models);
                var records = new Records(bed.broker.bootstrapServers())) {
            bed.start(2);
            await().atMost(PATIENCE).until(bed::isProcessing);
            failInMidBatch(bed, records);
            rescale(bed, records, 3);
            rescale(bed, records, 2);
            beDownWithBacklog(bed, records);
            stall(bed, records, bed.control("insights"), bed.control("utterances"), bed.control("ended-calls"));
            stall(bed, records, StallingFileSystemFactory.valve(bed.audio()));
            stall(bed, records, bed.control("calls"), bed.control("utterance-rows"), bed.control("silences"));
            stallDatabase(bed, records);
            return written(bed);
        }
    }

    private void failInMidBatch(TestBed bed, Records records) throws Exception {
        var calls = onTheLine(records);
        pause(3_000);
        Files.createFile(bed.control("live"));
        Files.createFile(bed.control("post-call"));
        calls.get();
        await().atMost(PATIENCE).until(() -> bed.hasFailed(Leg.LIVE) && bed.hasFailed(Leg.POST_CALL));
        written(bed);
    }

    /** Pieces of audio are in flight, since their file system does not answer, when the savepoint is taken. */
    private void rescale(TestBed bed, Records records, int parallelism) throws Exception {
        var calls = onTheLine(records);
        pause(1_500);
        Path shut = Files.createFile(StallingFileSystemFactory.valve(bed.audio()));
        pause(3_500);
        bed.stop();
        Files.delete(shut);
        bed.start(parallelism);
        calls.get();
        written(bed);
    }

    private void beDownWithBacklog(TestBed bed, Records records) throws Exception {
        var calls = onTheLine(records);
        pause(3_000);
        bed.stop();
        calls.get();
        records.sendAsBacklog(List.of(nextWave(), nextWave()));
        pause(TestBed.LONGEST_DEADLINE_MILLIS * 12 / 10);
        bed.start(2);
        written(bed);
    }

    private void stall(TestBed bed, Records records, Path... controls) throws Exception {
        var calls = onTheLine(records);
        pause(2_000);
        for (Path control : controls) {
            Files.createFile(control);
        }
        pause(STALL_MILLIS);
        for (Path control : controls) {
            Files.delete(control);
        }
        calls.get();
        written(bed);
    }

    private void stallDatabase(TestBed bed, Records records) throws Exception {
        var calls = onTheLine(records);
        try (Connection connection = Results.connect(bed.config);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE call, utterance, silence, frustration_event IN ACCESS EXCLUSIVE MODE");
            pause(Wave.SECONDS * 1_000 + STALL_MILLIS);
            connection.rollback();
        }
        calls.get();
        written(bed);
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
        Wave wave = new Wave(waves.size(), start.plusSeconds(20L * waves.size()));
        waves.add(wave);
        return wave;
    }

    /** Waits for every call so far. */
    private Results written(TestBed bed) throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Results.calls(bed.config)).as("calls").isEqualTo(waves.size() * Wave.CALLS));
        // The lake commits with checkpoints, the database in batches: they meet when all is written.
        await().atMost(PATIENCE).untilAsserted(() -> Results.of(bed.config).assertWritten());
        return Results.of(bed.config);
    }

    /** The story happens on the wall clock: so long something lasts, and nothing is waited for. */
    private static void pause(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }
}
