package io.undertone.job.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.Written;
import io.undertone.udfs.audio.MuLawWav;
import io.undertone.udfs.audio.WavReader;
import io.undertone.udfs.speech.Erasure;
import io.undertone.udfs.speech.PieceFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The asynchronous stage as the job runs it: Flink's own operator and retries, and a real directory. */
@Timeout(30)
final class EraseAudioTest {
    private static final int SAMPLES = 24_000;
    private static final long DAY = 86_400_000;

    @TempDir
    Path directory;

    private OneInputStreamOperatorTestHarness<Ordered, Ordered> stage;

    @BeforeEach
    void open() throws Exception {
        stage = stage();
        stage.open();
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    @Test
    void a_piece_is_silenced_from_where_it_must_not_be_heard_and_later_ones_are_deleted() throws Exception {
        PieceFacts first = piece("", 0);
        PieceFacts second = piece("", SAMPLES);
        take(Erasure.of(List.of(first, second), 10_000));
        workOff(1);

        short[] left = samples(first);
        assertThat(left).hasSize(SAMPLES);
        assertThat(Arrays.copyOf(left, 10_000)).doesNotContain((short) 0);
        assertThat(Arrays.copyOfRange(left, 10_000, SAMPLES)).containsOnly((short) 0);
        assertThat(file(second)).doesNotExist();
    }

    @Test
    void to_erase_again_what_is_erased_is_nothing() throws Exception {
        PieceFacts first = piece("", 0);
        PieceFacts second = piece("", SAMPLES);
        take(Erasure.of(List.of(first, second), 10_000));
        workOff(1);
        byte[] once = Files.readAllBytes(file(first));
        take(Erasure.of(List.of(first, second), 10_000));
        workOff(2);

        assertThat(Files.readAllBytes(file(first))).isEqualTo(once);
        assertThat(file(second)).doesNotExist();
    }

    @Test
    void a_piece_that_was_lost_needs_no_erasing_and_a_broken_one_is_deleted() throws Exception {
        PieceFacts lost = piece("", 0);
        Files.delete(file(lost));
        PieceFacts broken = piece("", SAMPLES);
        Files.write(file(broken), new byte[100]);
        take(Erasure.of(List.of(lost, broken), SAMPLES + 10_000));
        workOff(1);

        assertThat(file(lost)).doesNotExist();
        assertThat(file(broken)).doesNotExist();
    }

    @Test
    void of_a_leg_the_pieces_before_a_position_are_deleted_and_nothing_else() throws Exception {
        PieceFacts before = piece("", 0);
        PieceFacts behind = piece("", SAMPLES);
        Path other = Files.createFile(directory.resolve("call.avro"));
        take(Erasure.of(directory.toUri().toString(), SAMPLES));
        workOff(1);

        assertThat(file(before)).doesNotExist();
        assertThat(file(behind)).exists();
        assertThat(other).exists();
    }

    @Test
    void a_directory_goes_with_all_that_it_holds_and_one_that_is_not_there_is_gone() throws Exception {
        Path part = Files.createDirectories(directory.resolve("part/customer"));
        Files.createFile(part.resolve("000000000-000024000.wav"));
        String uri = directory.resolve("part").toUri().toString();
        take(Erasure.of(uri, Erasure.EVERYTHING));
        take(Erasure.of(directory.resolve("never").toUri().toString(), Erasure.EVERYTHING));
        take(Erasure.of(directory.resolve("nor").toUri().toString(), 8_000));
        workOff(3);

        assertThat(directory.resolve("part")).doesNotExist();
        assertThat(directory).exists();
    }

    @Test
    void what_fails_is_tried_until_it_is_done_however_long_that_takes() throws Exception {
        Files.createFile(directory.resolve("recovers"));
        Path trouble = Files.createFile(directory.resolve("trouble"));
        PieceFacts piece = piece("troubled", 0);
        take(Erasure.of(List.of(piece), 10_000));
        for (int minute = 0; minute < 20; minute++) {
            stage.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
            pass(60_000);
        }
        assertThat(stage.extractOutputValues()).isEmpty();
        Files.delete(trouble);
        while (stage.extractOutputValues().isEmpty()) { // one that failed before may not be answered yet
            stage.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
            pass(60_000);
        }
        assertThat(samples(piece)[10_000]).isZero();
    }

    @Test
    void what_was_under_way_is_done_after_a_restart() throws Exception {
        PieceFacts piece = piece("", 0);
        take(Erasure.of(List.of(piece), 0));
        OperatorSubtaskState snapshot = stage.snapshot(1, 1);
        workOff(1);
        stage.close();
        Files.write(file(piece), new byte[10]);

        stage = stage();
        stage.initializeState(snapshot);
        stage.open();
        workOff(1);
        assertThat(file(piece)).doesNotExist();
    }

    @Test
    void pauses_grow_to_a_minute_and_no_further() {
        var retries = new UntilErased<Ordered>();
        assertThat(retries.getBackoffTimeMillis(1)).isEqualTo(200);
        assertThat(retries.getBackoffTimeMillis(3)).isEqualTo(800);
        assertThat(retries.getBackoffTimeMillis(100_000)).isEqualTo(60_000);
        assertThat(retries.canRetry(1_000_000)).isTrue();
    }

    private static OneInputStreamOperatorTestHarness<Ordered, Ordered> stage() throws Exception {
        var factory = new AsyncWaitOperatorFactory<>(
                new EraseAudio<Ordered>(Step.ERASE_AUDIO), DAY, 64, OutputMode.UNORDERED, new UntilErased<Ordered>());
        var stage = new OneInputStreamOperatorTestHarness<>(factory, Written.serializer(Ordered.class));
        stage.getExecutionConfig().enableObjectReuse();
        stage.setup(Written.serializer(Ordered.class));
        return stage;
    }

    private void take(Erasure erasure) throws Exception {
        var order = new Ordered();
        order.erasure = erasure;
        stage.processElement(new StreamRecord<>(order));
    }

    private void pass(long millis) throws Exception {
        stage.setProcessingTime(stage.getProcessingTime() + millis);
    }

    private void workOff(int answers) throws Exception {
        while (stage.extractOutputValues().size() < answers) {
            stage.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
        }
        assertThat(stage.extractOutputValues()).hasSize(answers).allMatch(Ordered::isErased);
    }

    private PieceFacts piece(String scheme, long begin) throws IOException {
        var piece = new PieceFacts();
        piece.begin = begin;
        piece.end = begin + SAMPLES;
        Path file = directory.resolve("%09d-%09d.wav".formatted(piece.begin, piece.end));
        piece.uri = scheme.isEmpty() ? file.toUri().toString() : scheme + "://" + file;
        byte[] muLaw = new byte[SAMPLES];
        Arrays.fill(muLaw, (byte) 0x10);
        Files.write(file, MuLawWav.of(muLaw, 8_000));
        return piece;
    }

    private static Path file(PieceFacts piece) {
        return Path.of(piece.uri.replaceFirst("^[a-z]+://", ""));
    }

    private static short[] samples(PieceFacts piece) throws IOException {
        return WavReader.read(file(piece)).channels()[0];
    }

    /** What is ordered here. A POJO: it is the input of an asynchronous stage. */
    public static class Ordered implements Erasing<Ordered> {
        public Erasure erasure = new Erasure();

        public Ordered() {}

        @Override
        public Erasure erasure() {
            return erasure;
        }

        @Override
        public Ordered erased() {
            var done = new Ordered();
            done.erasure = Erasure.carriedOut();
            return done;
        }

        @Override
        public boolean isErased() {
            return erasure.done;
        }

        @Override
        public String key() {
            return "acme|c-1";
        }
    }
}
