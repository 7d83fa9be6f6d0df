package io.undertone.job.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.undertone.udfs.call.RecordOrigin;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Inputs are the keys of calls; the work fails on those that begin with {@code bad}. */
@SuppressWarnings("try") // Flink's harness says that to close it may be interrupted.
final class CallAsyncTest {
    private final Aside aside = new Aside();

    @Test
    void a_bug_names_step_call_and_record() throws Exception {
        try (var step = step()) {
            assertThatExceptionOfType(StepFailure.class)
                    .isThrownBy(() -> step.processElement("bad|thrown", 0))
                    .withMessage("embed-windows failed on call bad|thrown at call-media, partition 3, offset 17");
        }
    }

    @Test
    void a_bug_that_comes_as_an_answer_does_too() throws Exception {
        var named = new Named();
        var call = new CallAsync<>(Step.EMBED_WINDOWS, new Work(), aside, Of::new, input -> List.of());
        call.open(DefaultOpenContext.INSTANCE);
        call.asyncInvoke("bad|answered", named);
        assertThat(named.bug)
                .hasMessage("embed-windows failed on call bad|answered at call-media, partition 3, offset 17");
    }

    @Test
    void of_a_call_that_is_aside_the_steps_behind_are_told_and_no_work_is_done() throws Exception {
        aside.hold("bad|thrown");
        try (var step = step()) {
            step.processElement("bad|thrown", 0);
            step.processElement("good|c-2", 0);
            step.endInput();
            assertThat(step.extractOutputValues()).containsExactlyInAnyOrder("aside bad|thrown", "done good|c-2");
        }
    }

    private OneInputStreamOperatorTestHarness<String, String> step() throws Exception {
        var call = new CallAsync<>(Step.EMBED_WINDOWS, new Work(), aside, Of::new, input -> List.of("aside " + input));
        var harness = new OneInputStreamOperatorTestHarness<String, String>(
                new AsyncWaitOperatorFactory<>(call, TimeUnit.MINUTES.toMillis(1), 4, OutputMode.UNORDERED),
                Types.STRING.createSerializer(new SerializerConfigImpl()));
        harness.open();
        return harness;
    }

    private record Of(String key) implements Keyed {
        @Override
        public @Nullable RecordOrigin origin() {
            return new RecordOrigin("call-media", 3, 17, 0, 900);
        }
    }

    private static final class Named implements ResultFuture<String> {
        private @Nullable Throwable bug;

        @Override
        public void complete(Collection<String> values) {
            throw new AssertionError("answered");
        }

        @Override
        public void complete(CollectionSupplier<String> supplier) {
            throw new AssertionError("answered");
        }

        @Override
        public void completeExceptionally(Throwable thrown) {
            bug = thrown;
        }
    }

    private static final class Work extends RichAsyncFunction<String, String> {
        private static final long serialVersionUID = 1;

        @Override
        public void asyncInvoke(String input, ResultFuture<String> result) {
            switch (input) {
                case "bad|thrown" -> throw new IllegalStateException("a bug");
                case "bad|answered" -> result.completeExceptionally(new IllegalStateException("a bug"));
                default -> result.complete(List.of("done " + input));
            }
        }
    }
}
