package io.undertone.job.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.undertone.job.runtime.Written;
import io.undertone.udfs.audio.G711;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.inference.Batching;
import io.undertone.udfs.inference.Execution;
import io.undertone.udfs.inference.ModelBatcher;
import io.undertone.udfs.inference.ModelSession;
import io.undertone.udfs.inference.Provider;
import io.undertone.udfs.model.CheckSignal;
import io.undertone.udfs.model.ModelDirectories;
import java.nio.file.Path;
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

/** The asynchronous stage as a job runs it, with the emotion model that ships. */
@Timeout(60)
final class AskModelTest {
    private static final Path MODELS =
            Path.of(System.getProperty("undertone.root")).resolve("models");
    private static final CallId ID = new CallId("acme", "c-1", 1_000_000, 0);
    private static final int CAPACITY = 4;
    private static final int TIMEOUT = 20_000;
    private static final int WINDOW = 24_000;

    private OneInputStreamOperatorTestHarness<ModelRequest, ModelReply> stage;

    @BeforeEach
    void build() throws Exception {
        stage = stage(MODELS);
    }

    @AfterEach
    void nothing_is_left() throws Exception {
        stage.close();
        assertThat(ModelBatcher.open()).as("batchers").isZero();
        assertThat(ModelSession.open()).as("sessions").isZero();
    }

    @Test
    void a_window_is_replied_to_by_scores_under_its_number() throws Exception {
        stage.open();
        ask(7, WINDOW);
        ModelReply reply = replies(1).get(0);

        assertThat(reply.key()).isEqualTo("acme|c-1");
        assertThat(reply.legId).isEqualTo("customer");
        assertThat(reply.number).isEqualTo(7);
        assertThat(reply.length).isEqualTo(WINDOW);
        assertThat(reply.scores).hasSize(4);
        assertThat(reply.failure).isNull();
    }

    @Test
    void more_windows_than_the_capacity_are_all_replied_to() throws Exception {
        stage.open();
        for (int number = 0; number < 3 * CAPACITY; number++) {
            ask(number, number == 5 ? 100 : WINDOW);
        }
        List<ModelReply> replies = replies(3 * CAPACITY);

        assertThat(replies).extracting(reply -> reply.number).doesNotHaveDuplicates();
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.failure).isEqualTo(reply.number == 5 ? "TOO_SHORT" : null));
    }

    @Test
    void windows_under_way_are_asked_about_again_after_a_restart() throws Exception {
        stage.open();
        ask(0, WINDOW);
        ask(1, WINDOW);
        OperatorSubtaskState snapshot = stage.snapshot(1, 1);
        replies(2);
        stage.close();

        stage = stage(MODELS);
        stage.initializeState(snapshot);
        stage.open();
        assertThat(replies(2)).extracting(reply -> reply.number).containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void stopping_with_windows_under_way_is_no_failure() throws Exception {
        stage.getEnvironment().setExpectedExternalFailureCause(Throwable.class);
        stage.open();
        for (int number = 0; number < CAPACITY; number++) {
            ask(number, WINDOW);
        }
        stage.close();

        assertThat(stage.getEnvironment().getActualExternalFailureCause()).isEmpty();
    }

    @Test
    void a_missing_model_is_refused_at_the_start(@TempDir Path empty) throws Exception {
        stage.close();
        stage = stage(empty);

        assertThatIllegalArgumentException()
                .isThrownBy(stage::open)
                .withMessageContaining("no directory of model cards at " + empty);
    }

    private void ask(long number, int samples) throws Exception {
        stage.processElement(new StreamRecord<>(request(number, samples)));
    }

    /** Does what comes of answers until there are so many replies. */
    private List<ModelReply> replies(int count) throws Exception {
        while (stage.getOutput().size() < count) {
            stage.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
        }
        List<ModelReply> replies = stage.extractOutputValues();
        assertThat(replies).hasSize(count);
        return replies;
    }

    private static OneInputStreamOperatorTestHarness<ModelRequest, ModelReply> stage(Path models) throws Exception {
        var recipe = new ModelStage(
                new ModelDirectories(models.toString(), models.resolve(".cache").toString()),
                "undertone-emotion",
                // Without a GPU, as here, it falls back.
                new Execution(List.of(Provider.CUDA, Provider.CPU), 1L << 30),
                new Batching(8, 5),
                CAPACITY,
                TIMEOUT);
        var factory = new AsyncWaitOperatorFactory<>(
                new AskModel<>(recipe, new WindowQuestion()), 2L * TIMEOUT, CAPACITY, OutputMode.UNORDERED);
        var stage = new OneInputStreamOperatorTestHarness<>(factory, Written.serializer(ModelRequest.class));
        stage.getExecutionConfig().enableObjectReuse();
        stage.setup(Written.serializer(ModelReply.class));
        return stage;
    }

    private static ModelRequest request(long number, int samples) {
        var request = new ModelRequest();
        request.id = ID;
        request.legId = "customer";
        request.number = number;
        request.from = number * 8_000;
        request.muLaw = new byte[samples];
        float[] signal = CheckSignal.samples(samples, 8_000);
        for (int i = 0; i < samples; i++) {
            request.muLaw[i] = G711.encodeMuLaw((short) (signal[i] * 32_767));
        }
        return request;
    }
}
