package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.Written;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.speech.PieceFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.Mail;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The asynchronous stage as the job runs it: Flink's own operator, retries and time-out, and a real directory. */
@Timeout(30)
final class PieceWriterTest {
    private static final int ATTEMPTS = 3;
    private static final int BACKOFF = 1_000;
    private static final int TIMEOUT = 30_000;
    private static final CallId ID = KnownCall.id("c-1", 0);

    @TempDir
    Path directory;

    private OneInputStreamOperatorTestHarness<CallProduct, CallProduct> stage;

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
    void a_piece_becomes_a_file_that_players_open() throws Exception {
        Path file = directory.resolve("acme/c-1/000-800.wav");
        take(piece(file.toUri().toString()));
        workOff();

        CallProduct answer = answers(1).get(0);
        assertThat(answer.key()).isEqualTo(ID.key());
        assertThat(answer.muLaw).as("audio that nobody needs any more").isNull();
        assertThat(pieceOf(answer))
                .usingRecursiveComparison()
                .isEqualTo(facts(file.toUri().toString(), true));
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(file.toFile())) {
            assertThat(audio.getFormat().getEncoding()).isEqualTo(AudioFormat.Encoding.ULAW);
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(8_000);
            assertThat(audio.readAllBytes()).isEqualTo(samples());
        }
    }

    @Test
    void writing_a_piece_again_replaces_it() throws Exception {
        Path file = directory.resolve("piece.wav");
        Files.write(file, new byte[100_000]);
        take(piece(file.toUri().toString()));
        workOff();
        assertThat(Files.size(file)).isEqualTo(58 + 800);
    }

    @Test
    void what_is_no_piece_passes_at_once() throws Exception {
        take(CallProduct.ended(ID, null, KnownCall.endedFacts(ID, 0)));
        workOff();
        assertThat(answers(1).get(0).ended).isNotNull();
    }

    @Test
    void a_store_that_recovers_gets_the_piece_after_all() throws Exception {
        Path blocked = Files.createFile(directory.resolve("blocked"));
        take(piece(blocked.resolve("piece.wav").toUri().toString()));
        workOff();
        answers(0);
        Files.delete(blocked);
        pass(BACKOFF - 1);
        assertThat(blocked).doesNotExist();
        pass(1);
        workOff();
        assertThat(pieceOf(answers(1).get(0)).stored).isTrue();
        assertThat(blocked.resolve("piece.wav")).exists();
    }

    @Test
    void a_piece_that_cannot_be_stored_is_tried_so_often_and_then_lost() throws Exception {
        Path blocked = Files.createFile(directory.resolve("blocked"));
        take(piece(blocked.resolve("piece.wav").toUri().toString()));
        workOff();
        pass(BACKOFF);
        workOff();
        answers(0);
        pass(2 * BACKOFF - 1);
        answers(0);
        pass(1);
        workOff();
        assertThat(pieceOf(answers(1).get(0)).stored).isFalse();
    }

    @Test
    void no_attempt_is_made_after_the_time_out() throws Exception {
        Path blocked = Files.createFile(directory.resolve("blocked"));
        take(piece(blocked.resolve("piece.wav").toUri().toString()));
        workOff();
        stage.setProcessingTime(TIMEOUT);
        assertThat(pieceOf(answers(1).get(0)).stored).isFalse();
        Files.delete(blocked);
        pass(TIMEOUT);
        answers(1);
        assertThat(blocked).doesNotExist();
    }

    @Test
    void pieces_that_fail_together_do_not_drive_each_others_pauses_up() {
        var retries = new PieceRetries(5, 200);
        for (int piece = 0; piece < 64; piece++) {
            assertThat(retries.getBackoffTimeMillis(1)).isEqualTo(200);
            assertThat(retries.getBackoffTimeMillis(3)).isEqualTo(800);
        }
        assertThat(retries.getBackoffTimeMillis(1_000)).as("without overflow").isPositive();
        assertThat(retries.canRetry(4)).isTrue();
        assertThat(retries.canRetry(5)).isFalse();
    }

    @Test
    void a_store_that_hangs_loses_its_pieces_and_holds_up_no_others() throws Exception {
        for (int i = 0; i < 6; i++) {
            take(piece("troubled:///stuck/%d.wav".formatted(i)));
        }
        pass(TIMEOUT);
        assertThat(answers(6))
                .allSatisfy(answer -> assertThat(pieceOf(answer).stored).isFalse());

        Path file = directory.resolve("piece.wav");
        take(piece(file.toUri().toString()));
        while (stage.extractOutputValues().size() < 7) {
            workOff();
        }
        assertThat(file).exists();
    }

    @Test
    void a_bug_of_the_store_fails_the_job() throws Exception {
        stage.getEnvironment().setExpectedExternalFailureCause(Throwable.class);
        take(piece("troubled:///broken/piece.wav"));
        workOff();
        assertThat(stage.getEnvironment().getActualExternalFailureCause())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .hasStackTraceContaining("a bug of this store")
                        .hasStackTraceContaining(
                                "store-audio failed on call acme|c-1 at call-media, partition 3, offset 17"));
    }

    @Test
    void pieces_that_were_being_written_are_written_again_after_a_restart() throws Exception {
        Path file = directory.resolve("piece.wav");
        take(piece(file.toUri().toString()));
        OperatorSubtaskState snapshot = stage.snapshot(1, 1);
        workOff();
        stage.close();
        Files.delete(file);

        stage = stage();
        stage.initializeState(snapshot);
        stage.open();
        workOff();
        assertThat(pieceOf(answers(1).get(0)).stored).isTrue();
        assertThat(file).exists();
    }

    private static OneInputStreamOperatorTestHarness<CallProduct, CallProduct> stage() throws Exception {
        var factory = new AsyncWaitOperatorFactory<>(
                new PieceWriter(2), TIMEOUT, 8, OutputMode.UNORDERED, new PieceRetries(ATTEMPTS, BACKOFF));
        var stage = new OneInputStreamOperatorTestHarness<>(factory, Written.serializer(CallProduct.class));
        stage.getExecutionConfig().enableObjectReuse();
        stage.setup(Written.serializer(CallProduct.class));
        return stage;
    }

    private void take(CallProduct product) throws Exception {
        stage.processElement(new StreamRecord<>(product));
    }

    private void pass(int millis) throws Exception {
        stage.setProcessingTime(stage.getProcessingTime() + millis);
    }

    /** Waits for an answer of the writers, and does what came of it. */
    private void workOff() throws Exception {
        stage.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
        for (var mail = next(); mail != null; mail = next()) {
            mail.run();
        }
    }

    private @Nullable Mail next() {
        return stage.getTaskMailbox().tryTake(TaskMailbox.MIN_PRIORITY).orElse(null);
    }

    private List<CallProduct> answers(int count) throws Exception {
        for (var mail = next(); mail != null; mail = next()) {
            mail.run();
        }
        List<CallProduct> answers = stage.extractOutputValues();
        assertThat(answers).hasSize(count);
        return answers;
    }

    private static PieceFacts pieceOf(CallProduct product) {
        return Objects.requireNonNull(product.piece);
    }

    private static CallProduct piece(String uri) {
        return CallProduct.piece(ID, KnownCall.ORIGIN, facts(uri, false), samples());
    }

    private static PieceFacts facts(String uri, boolean stored) {
        var facts = new PieceFacts();
        facts.uri = uri;
        facts.begin = 8_000;
        facts.end = 8_800;
        facts.stored = stored;
        return facts;
    }

    private static byte[] samples() {
        byte[] samples = new byte[800];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * 31);
        }
        return samples;
    }
}
