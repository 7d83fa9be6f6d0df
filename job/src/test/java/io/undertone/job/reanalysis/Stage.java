package io.undertone.job.reanalysis;

import io.undertone.job.runtime.Written;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.functions.async.AsyncFunction;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** An asynchronous stage without retries of Flink's, with the serializers of the job. Its clock is the test's. */
final class Stage<I, O> implements AutoCloseable {
    static final int TIMEOUT = 1_000;
    private static final int CAPACITY = 8;

    private final OneInputStreamOperatorTestHarness<I, O> harness;

    private Stage(OneInputStreamOperatorTestHarness<I, O> harness) {
        this.harness = harness;
    }

    static <I, O> Stage<I, O> of(AsyncFunction<I, O> function, Class<I> in, Class<O> out) throws Exception {
        Stage<I, O> stage = created(function, in, out);
        stage.harness.open();
        return stage;
    }

    /** A stage that goes on from where another one was stopped. */
    static <I, O> Stage<I, O> restored(
            AsyncFunction<I, O> function, Class<I> in, Class<O> out, OperatorSubtaskState snapshot) throws Exception {
        Stage<I, O> stage = created(function, in, out);
        stage.harness.initializeState(snapshot);
        stage.harness.open();
        return stage;
    }

    private static <I, O> Stage<I, O> created(AsyncFunction<I, O> function, Class<I> in, Class<O> out)
            throws Exception {
        var factory = new AsyncWaitOperatorFactory<>(function, TIMEOUT, CAPACITY, OutputMode.UNORDERED);
        var harness = new OneInputStreamOperatorTestHarness<>(factory, Written.serializer(in));
        harness.getExecutionConfig().enableObjectReuse();
        harness.setup(Written.serializer(out));
        return new Stage<>(harness);
    }

    void take(I element) throws Exception {
        harness.processElement(new StreamRecord<>(element));
    }

    void pass(int millis) throws Exception {
        harness.setProcessingTime(harness.getProcessingTime() + millis);
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    /** Waits until everything that was taken is answered, and says what came out. */
    List<O> finished() throws Exception {
        harness.endInput();
        return harness.extractOutputValues();
    }

    /** What came out by now. */
    List<O> output() throws Exception {
        for (var mail = harness.getTaskMailbox().tryTake(TaskMailbox.MIN_PRIORITY);
                mail.isPresent();
                mail = harness.getTaskMailbox().tryTake(TaskMailbox.MIN_PRIORITY)) {
            mail.get().run();
        }
        return harness.extractOutputValues();
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (Exception e) {
            throw new IllegalStateException("the stage did not close", e);
        }
    }
}
