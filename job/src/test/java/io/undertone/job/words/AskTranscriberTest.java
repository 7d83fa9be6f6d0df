package io.undertone.job.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.undertone.job.services.BreakerSettings;
import io.undertone.job.services.HangingServer;
import io.undertone.job.services.Patience;
import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.audio.WavReader;
import io.undertone.udfs.words.Pack;
import io.undertone.udfs.words.TextStatus;
import io.undertone.udfs.words.UtteranceWords;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The asynchronous stage as the job runs it: Flink's own operator, and a real directory. */
@Timeout(60)
final class AskTranscriberTest {
    private static final WordsSettings SETTINGS = TranscriptionServer.settings("http://localhost:9/v1");

    @TempDir
    Path directory;

    private TranscriberSource source = ScriptedTranscriber::silent;
    private OneInputStreamOperatorTestHarness<Pack, TranscribedPack> stage;

    @BeforeEach
    void build() throws Exception {
        stage = TranscribingStage.of(SETTINGS, () -> source.open());
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    @Test
    void a_pack_comes_back_with_what_was_said_in_each_utterance() throws Exception {
        ScriptedTranscriber transcriber = open(ScriptedTranscriber.hearing("one two"));
        Pack pack = StoredPack.in(directory, 2);
        pack.language = "en";
        take(pack);
        TranscribedPack reply = replies(1).get(0);

        assertThat(reply.key()).isEqualTo("acme|c-1|1000000-0");
        assertThat(reply.pack).usingRecursiveComparison().isEqualTo(pack);
        assertThat(reply.failure).isNull();
        assertThat(reply.model).isEqualTo("whisper-base");
        assertThat(reply.incomplete).isEmpty();
        assertThat(reply.words()).extracting(words -> words.text).containsExactly("one", "two");
        assertThat(transcriber.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.language()).isEqualTo("en");
            Recording sent = WavReader.read(new ByteArrayInputStream(asked.wav()), "sent");
            assertThat(sent.samples()).isEqualTo(20_000);
            assertThat(sent.channels()[0][0]).isEqualTo((short) 32_124);
            assertThat(sent.channels()[0][8_000]).isZero();
            assertThat(sent.channels()[0][12_000]).isEqualTo((short) 32_124);
        });
    }

    @Test
    void a_piece_that_is_gone_or_damaged_is_silence_and_marks_its_utterance() throws Exception {
        open(ScriptedTranscriber.hearing("one two"));
        Pack gone = StoredPack.in(directory, 1);
        Files.delete(StoredPack.file(directory, 1, 2));
        Pack damaged = StoredPack.in(directory, 2);
        Files.writeString(StoredPack.file(directory, 2, 2), "no audio");
        take(gone);
        take(damaged);

        assertThat(replies(2)).allSatisfy(reply -> {
            assertThat(reply.incomplete).containsExactly(2);
            assertThat(reply.words()).extracting(words -> words.incomplete).containsExactly(false, true);
        });
    }

    @Test
    void a_pack_of_which_nothing_is_left_is_not_asked_about() throws Exception {
        ScriptedTranscriber transcriber = open(ScriptedTranscriber.hearing("one two"));
        take(StoredPack.at(directory.toUri().toString(), 1));
        TranscribedPack reply = replies(1).get(0);

        assertThat(reply.failure).isEqualTo(WordsFailure.NO_AUDIO);
        assertThat(reply.words()).extracting(words -> words.status).containsOnly(TextStatus.NO_AUDIO);
        assertThat(transcriber.asked()).isEmpty();
    }

    @Test
    void a_store_that_is_down_leaves_its_packs_without_words() throws Exception {
        open(ScriptedTranscriber.hearing("one two"));
        take(StoredPack.at("troubled:///down", 1));
        take(StoredPack.in(directory, 2));

        assertThat(replies(2))
                .extracting(reply -> reply.failure)
                .containsExactlyInAnyOrder(WordsFailure.NO_AUDIO, null);
    }

    @Test
    void a_store_that_hangs_costs_its_packs_their_words_and_holds_up_no_others() throws Exception {
        WordsSettings hasty = TranscriptionServer.settings("http://localhost:9/v1", 500, 1, SETTINGS.breaker());
        stage = TranscribingStage.of(hasty, () -> source.open());
        open(ScriptedTranscriber.hearing("one two"));
        for (int number = 1; number <= 8; number++) {
            take(StoredPack.at("troubled:///stuck", number));
        }
        assertThat(replies(8)).extracting(reply -> reply.failure).containsOnly(WordsFailure.TIMEOUT);

        take(StoredPack.in(directory, 9));
        assertThat(replies(9).get(8).failure).isNull();
    }

    @Test
    void a_failure_is_a_value() throws Exception {
        open(ScriptedTranscriber.answering(Transcription.failed(WordsFailure.BUSY, 3)));
        take(StoredPack.in(directory, 1));
        TranscribedPack reply = replies(1).get(0);

        assertThat(reply.failure).isEqualTo(WordsFailure.BUSY);
        assertThat(reply.requests).isEqualTo(3);
        assertThat(reply.words()).extracting(words -> words.status).containsOnly(TextStatus.FAILED);
    }

    @Test
    void a_bug_fails_the_job_and_names_the_pack_and_its_record() throws Exception {
        source = () -> ScriptedTranscriber.failing(new IllegalStateException("a bug"));
        stage.getEnvironment().setExpectedExternalFailureCause(Throwable.class);
        stage.open();
        take(StoredPack.in(directory, 2));
        stage.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();

        assertThat(stage.getEnvironment().getActualExternalFailureCause())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .hasStackTraceContaining(
                                "transcribe failed on call acme|c-1|1000000-0 at ended-calls, partition 3, offset 17")
                        .hasStackTraceContaining("leg customer, pack 2 of 3")
                        .hasStackTraceContaining("a bug"));
    }

    @Test
    void packs_under_way_are_asked_about_again_after_a_restart_under_the_same_key() throws Exception {
        ScriptedTranscriber silent = open(ScriptedTranscriber.silent());
        take(StoredPack.in(directory, 1));
        take(StoredPack.in(directory, 2));
        OperatorSubtaskState snapshot = stage.snapshot(1, 1);
        while (silent.asked().size() < 2) {
            Thread.onSpinWait();
        }
        stage.close();

        ScriptedTranscriber transcriber = ScriptedTranscriber.hearing("one two");
        source = () -> transcriber;
        build();
        stage.initializeState(snapshot);
        stage.open();
        assertThat(replies(2)).extracting(reply -> reply.pack.number).containsExactlyInAnyOrder(1, 2);
        assertThat(keys(transcriber)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(keys(silent));
    }

    @Test
    void a_checkpoint_waits_for_no_server_and_a_restart_asks_about_everything_again() throws Exception {
        int packs = 5 * TranscriptionServer.CAPACITY;
        OperatorSubtaskState checkpoint;
        try (var hanging = new HangingServer()) {
            WordsSettings settings = TranscriptionServer.settings(hanging.url());
            source = () -> new OpenAiTranscriber(settings, Clock.systemUTC());
            stage.open();
            for (int number = 1; number <= packs; number++) {
                take(StoredPack.in(directory, number)); // would not return
            }
            hanging.await(TranscriptionServer.CAPACITY);
            checkpoint = stage.snapshot(1, 1);
            assertThat(stage.getOutput()).isEmpty();
            assertThat(hanging.others()).as("more at once than there may be").isZero();
            stage.close();
        }

        build();
        stage.initializeState(checkpoint);
        open(ScriptedTranscriber.hearing("one two"));
        assertThat(replies(packs))
                .extracting(reply -> reply.pack.number)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, packs).boxed().toList());
    }

    @Test
    void an_outage_costs_what_waits_its_words_at_once_and_the_server_few_requests() throws Exception {
        try (var server = new TranscriptionServer()) {
            server.answers(TranscriptionServer.status(500));
            var patience = new Patience(60_000, 60_000, 100, 100, 100);
            WordsSettings settings =
                    TranscriptionServer.settings(server.url(), patience, new BreakerSettings(4, 2_000));
            source = () -> new OpenAiTranscriber(settings, Clock.systemUTC());
            stage.open();
            for (int number = 1; number <= TranscriptionServer.QUEUE; number++) {
                take(StoredPack.in(directory, number));
            }
            assertThat(replies(TranscriptionServer.QUEUE))
                    .extracting(reply -> reply.failure)
                    .containsOnly(WordsFailure.UNREACHABLE);
            assertThat(server.requests()).hasSizeLessThan(12);
        }
    }

    @Test
    void other_audio_is_another_question() throws Exception {
        ScriptedTranscriber transcriber = open(ScriptedTranscriber.hearing("one two"));
        take(StoredPack.in(directory, 1));
        replies(1);
        Files.delete(StoredPack.file(directory, 1, 2));
        take(StoredPack.at(directory.toUri().toString(), 1));
        replies(2);

        assertThat(keys(transcriber)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void stopping_with_packs_under_way_is_no_failure() throws Exception {
        WordsSettings nobody = TranscriptionServer.settings("http://localhost:9/v1");
        source = () -> new OpenAiTranscriber(nobody, Clock.systemUTC());
        stage.getEnvironment().setExpectedExternalFailureCause(Throwable.class);
        stage.open();
        for (int number = 1; number <= 8; number++) {
            take(StoredPack.in(directory, number));
        }
        stage.close();

        assertThat(stage.getEnvironment().getActualExternalFailureCause()).isEmpty();
    }

    @Test
    void closing_closes_the_transcriber() throws Exception {
        ScriptedTranscriber transcriber = open(ScriptedTranscriber.silent());
        stage.close();
        assertThat(transcriber.isClosed()).isTrue();
    }

    @Test
    void what_could_not_be_opened_can_be_closed() throws Exception {
        source = () -> {
            throw new IllegalArgumentException("no such transcriber");
        };
        assertThatIllegalArgumentException().isThrownBy(stage::open);
        stage.close();
    }

    @Test
    void all_the_way_to_a_server_and_back() throws Exception {
        try (var server = new TranscriptionServer()) {
            server.answers(TranscriptionServer.status(503), TranscriptionServer.ok(TranscriptionServer.WORDS));
            WordsSettings settings = TranscriptionServer.settings(server.url());
            source = () -> new OpenAiTranscriber(settings, Clock.systemUTC());
            stage.open();
            take(StoredPack.in(directory, 1));
            TranscribedPack reply = replies(1).get(0);

            assertThat(reply.requests).isEqualTo(2);
            UtteranceWords first = reply.words().get(0);
            assertThat(first.text).isEqualTo("Hello there.");
            assertThat(first.words.get(0).begin).isEqualTo(10.1);
            assertThat(reply.words().get(1).status).isEqualTo(TextStatus.EMPTY);
        }
    }

    private static List<String> keys(ScriptedTranscriber transcriber) {
        return transcriber.asked().stream().map(ScriptedTranscriber.Asked::key).toList();
    }

    private ScriptedTranscriber open(ScriptedTranscriber transcriber) throws Exception {
        source = () -> transcriber;
        stage.open();
        return transcriber;
    }

    private void take(Pack pack) throws Exception {
        stage.processElement(new StreamRecord<>(pack));
    }

    private List<TranscribedPack> replies(int count) throws Exception {
        return TranscribingStage.replies(stage, count);
    }
}
