package io.undertone.job.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * A keyed step on any number of subtasks, as a job runs it: each element goes to the subtask that owns its call, and a restart
 * deals the state out anew. The clock is the test's and ticks like a heartbeat.
 */
public final class CallHarness<I extends Keyed, O> implements AutoCloseable {
    /** When tests begin: 2026-01-05T10:00:00Z. */
    public static final long START_MILLIS = 1_767_607_200_000L;

    private static final int MAX_PARALLELISM = 720;
    /** Of the heartbeat: longer leaps of the clock are stalls. */
    private static final long TICK_MILLIS = 200;

    private final Supplier<OneInputStreamOperator<I, O>> step;
    private final List<KeyedOneInputStreamOperatorTestHarness<String, I, O>> subtasks = new ArrayList<>();
    private long nowMillis;

    private CallHarness(Supplier<OneInputStreamOperator<I, O>> step, long nowMillis) {
        this.step = step;
        this.nowMillis = nowMillis;
    }

    /** The step on one subtask. */
    public static <I extends Keyed, O> CallHarness<I, O> of(Supplier<OneInputStreamOperator<I, O>> step)
            throws Exception {
        return of(step, 1);
    }

    /** The step on {@code parallelism} subtasks. */
    public static <I extends Keyed, O> CallHarness<I, O> of(
            Supplier<OneInputStreamOperator<I, O>> step, int parallelism) throws Exception {
        var harness = new CallHarness<>(step, START_MILLIS);
        harness.open(parallelism, null);
        return harness;
    }

    /** The step of a process function. */
    public static <I extends Keyed, O> CallHarness<I, O> ofFunction(
            Supplier<KeyedProcessFunction<String, I, O>> function, int parallelism) throws Exception {
        return of(() -> new KeyedProcessOperator<>(function.get()), parallelism);
    }

    /** Hands an element to the subtask that owns its call. */
    public void take(I element) throws Exception {
        int owner =
                KeyGroupRangeAssignment.assignKeyToParallelOperator(element.key(), MAX_PARALLELISM, subtasks.size());
        subtasks.get(owner).processElement(new StreamRecord<>(element));
    }

    public void takeAll(Iterable<? extends I> elements) throws Exception {
        for (I element : elements) {
            take(element);
        }
    }

    /** Time passes while the subtasks run. */
    public void pass(long millis) throws Exception {
        long end = nowMillis + millis;
        while (nowMillis < end) {
            leap(Math.min(TICK_MILLIS, end - nowMillis));
        }
    }

    /** Time passes in which the subtasks are blocked. */
    public void leap(long millis) throws Exception {
        nowMillis += millis;
        for (var subtask : subtasks) {
            subtask.setProcessingTime(nowMillis);
        }
    }

    public long nowMillis() {
        return nowMillis;
    }

    /** What came out since it was last asked, each call's in its order. */
    public List<O> drain() {
        List<O> values = new ArrayList<>();
        for (var subtask : subtasks) {
            values.addAll(subtask.extractOutputValues());
            subtask.getOutput().clear();
        }
        return values;
    }

    /** What was diverted since it was last asked. */
    public <X> List<X> drain(OutputTag<X> tag) {
        List<X> values = new ArrayList<>();
        for (var subtask : subtasks) {
            var side = subtask.getSideOutput(tag);
            if (side != null) {
                side.forEach(record -> values.add(record.getValue()));
                side.clear();
            }
        }
        return values;
    }

    /** Announces a barrier and takes the snapshot, as a checkpoint does. What comes out at the barrier can be drained. */
    public OperatorSubtaskState snapshot() throws Exception {
        List<OperatorSubtaskState> states = new ArrayList<>();
        for (var subtask : subtasks) {
            subtask.prepareSnapshotPreBarrier(1);
            states.add(subtask.snapshot(1, nowMillis));
        }
        return AbstractStreamOperatorTestHarness.repackageState(states.toArray(OperatorSubtaskState[]::new));
    }

    /** A job that was down for a while and goes on from {@code snapshot} on as many subtasks. */
    public CallHarness<I, O> restored(OperatorSubtaskState snapshot, int parallelism, long downMillis)
            throws Exception {
        var harness = new CallHarness<>(step, nowMillis + downMillis);
        harness.open(parallelism, new Restored(snapshot, subtasks.size()));
        return harness;
    }

    /** Checkpoints, closes, and goes on at once on as many subtasks. */
    public CallHarness<I, O> rescaled(int parallelism) throws Exception {
        OperatorSubtaskState snapshot = snapshot();
        close();
        return restored(snapshot, parallelism, 0);
    }

    /** The end of all input. */
    public void endInput() throws Exception {
        for (var subtask : subtasks) {
            subtask.endInput();
        }
    }

    public int keyedEntries() {
        return subtasks.stream()
                .mapToInt(KeyedOneInputStreamOperatorTestHarness::numKeyedStateEntries)
                .sum();
    }

    public int timers() {
        return subtasks.stream()
                .mapToInt(AbstractStreamOperatorTestHarness::numProcessingTimeTimers)
                .sum();
    }

    /** No state and no timer is left of any call. */
    public void assertNothingIsLeft() {
        assertThat(keyedEntries()).as("keyed entries").isZero();
        assertThat(timers()).as("timers").isZero();
    }

    @Override
    public void close() {
        for (var subtask : subtasks) {
            try {
                subtask.close();
            } catch (Exception e) {
                throw new IllegalStateException("a subtask did not close", e);
            }
        }
    }

    private record Restored(OperatorSubtaskState snapshot, int parallelism) {}

    private void open(int parallelism, @Nullable Restored from) throws Exception {
        for (int i = 0; i < parallelism; i++) {
            var subtask = new KeyedOneInputStreamOperatorTestHarness<>(
                    step.get(), Keyed::key, Types.STRING, MAX_PARALLELISM, parallelism, i);
            subtasks.add(subtask);
            subtask.setProcessingTime(nowMillis);
            if (from != null) {
                subtask.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                        from.snapshot(), MAX_PARALLELISM, from.parallelism(), parallelism, i));
            }
            subtask.open();
        }
    }
}
