package io.undertone.job.reanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.kafka.KeptCallContract;
import io.undertone.job.postcall.CallPart;
import io.undertone.job.runtime.Rejected;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.speech.PieceNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls are kept in files, and read again, by stages that a store in trouble must not stop. */
final class CallsKeptTest {
    @TempDir
    Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void name_the_file() {
        file = directory.resolve("audio/acme/2026-01-05/c-1/1767607200123456-1/~call.avro");
    }

    @Test
    void a_call_comes_back_as_it_was_gathered() throws Exception {
        keep();
        assertThat(file).isRegularFile();
        CallPart part = load(KnownCall.request(2));
        assertThat(part.unusable).isNull();
        assertThat(part.key()).isEqualTo("acme|c-1|1767607200123456|1|2");
        assertThat(part.origin.topic).isEqualTo("reanalysis-requests");
        KeptCall expected = KnownCall.kept();
        expected.origin = null;
        assertThat(part.kept).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void a_replay_writes_the_same_bytes_under_the_same_name() throws Exception {
        keep();
        byte[] first = Files.readAllBytes(file);
        Files.write(file, new byte[100_000]);
        keep();
        assertThat(file).hasBinaryContent(first);
    }

    @Test
    void what_is_deleted_with_its_audio_cannot_be_read() throws Exception {
        keep();
        Files.delete(file);
        assertThat(load(KnownCall.request(1)).unusable).isEqualTo("NOT_KEPT");
        assertThat(new KeptCalls(audio()).holds(KnownCall.ID)).isFalse();
    }

    @Test
    void a_damaged_file_is_told_and_not_thrown() throws Exception {
        keep();
        byte[] content = Files.readAllBytes(file);
        for (int cut : List.of(0, 3, 40, content.length / 2, content.length - 1)) {
            Files.write(file, Arrays.copyOf(content, cut));
            assertThat(load(KnownCall.request(1)).unusable).as(cut + " bytes").isEqualTo("DAMAGED_CALL");
        }
    }

    @Test
    void the_file_of_another_call_is_not_this_call() throws Exception {
        KeptCall other = KnownCall.kept();
        other.ended.id = new CallId("acme", "c-2", 0, 0);
        Files.createDirectories(file.getParent());
        Files.write(file, KeptCallContract.write(other));
        assertThat(load(KnownCall.request(1)).unusable).isEqualTo("DAMAGED_CALL");
    }

    @Test
    void no_leg_of_a_call_lies_where_the_call_is_kept() throws Exception {
        keep();
        Path leg = Path.of(PieceNames.ofLeg(directory.resolve("audio").toString(), KnownCall.ID, "~call.avro"));
        assertThat(leg.getParent()).isEqualTo(file.getParent());
        assertThat(leg).isNotEqualTo(file);
    }

    @Test
    void a_request_that_was_unusable_stays_so_and_says_why() throws Exception {
        Reanalysis request = KnownCall.request(1);
        request.unusable = "CORRUPT";
        request.detail = "no record";
        CallPart part = load(request);
        assertThat(part.unusable).isEqualTo("CORRUPT");
        assertThat(part.detail).isEqualTo("no record");
    }

    @Test
    void a_store_that_is_down_is_asked_so_often_and_then_told_of() throws Exception {
        try (var stage = loader("troubled:///down")) {
            stage.take(KnownCall.request(1));
            assertThat(stage.finished()).singleElement().satisfies(part -> {
                assertThat(part.unusable).isEqualTo("STORE_UNREACHABLE");
                assertThat(part.kept).isNull();
            });
        }
    }

    @Test
    void a_store_that_hangs_holds_up_nobody() throws Exception {
        try (var stage = loader("troubled:///stuck")) {
            for (int revision = 1; revision <= 5; revision++) {
                stage.take(KnownCall.request(revision));
            }
            stage.pass(Stage.TIMEOUT);
            assertThat(stage.output())
                    .hasSize(5)
                    .extracting(part -> part.unusable)
                    .containsOnly("STORE_UNREACHABLE");
        }
    }

    @Test
    void a_call_that_cannot_be_kept_is_told_of_with_where_its_end_lies() throws Exception {
        Path blocked = Files.createFile(directory.resolve("blocked"));
        try (var stage = keeper(blocked.toUri().toString())) {
            stage.take(KnownCall.kept());
            assertThat(stage.finished()).singleElement().satisfies(CallsKeptTest::assertNotKept);
        }
        try (var stage = keeper("troubled:///stuck")) {
            stage.take(KnownCall.kept());
            stage.pass(Stage.TIMEOUT);
            assertThat(stage.output()).singleElement().satisfies(CallsKeptTest::assertNotKept);
        }
    }

    @Test
    void a_call_that_was_being_kept_is_kept_after_a_restart() throws Exception {
        OperatorSubtaskState snapshot;
        try (var stage = keeper("troubled:///stuck")) {
            stage.take(KnownCall.kept());
            snapshot = stage.snapshot();
        }
        try (var stage = Stage.restored(new CallKeeper(settings(audio())), KeptCall.class, Rejected.class, snapshot)) {
            assertThat(stage.finished()).isEmpty();
        }
        assertThat(file).isRegularFile();
    }

    private static void assertNotKept(Rejected letter) {
        assertThat(letter.stage()).isEqualTo("keep-calls");
        assertThat(letter.reason()).isEqualTo("NOT_KEPT");
        assertThat(letter.tenantId() + "|" + letter.callId()).isEqualTo("acme|c-1");
        assertThat(letter.origin().offset).isEqualTo(17);
    }

    private void keep() throws Exception {
        try (var stage = keeper(audio())) {
            stage.take(KnownCall.kept());
            assertThat(stage.finished()).isEmpty();
        }
    }

    private CallPart load(Reanalysis request) throws Exception {
        try (var stage = loader(audio())) {
            stage.take(request);
            return Objects.requireNonNull(stage.finished().get(0));
        }
    }

    private String audio() {
        return directory.resolve("audio").toUri().toString();
    }

    private static Stage<KeptCall, Rejected> keeper(String audio) throws Exception {
        return Stage.of(new CallKeeper(settings(audio)), KeptCall.class, Rejected.class);
    }

    private static Stage<Reanalysis, CallPart> loader(String audio) throws Exception {
        return Stage.of(new KeptCallLoader(settings(audio)), Reanalysis.class, CallPart.class);
    }

    private static KeepingSettings settings(String audio) {
        return new KeepingSettings(audio, 8, 2, 3, 1, Stage.TIMEOUT);
    }
}
