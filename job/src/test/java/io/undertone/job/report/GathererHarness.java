package io.undertone.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.Keyed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** A gatherer of answers on any number of subtasks, each element on the one that owns its call. */
final class GathererHarness<A extends Keyed> implements AutoCloseable {
    private static final int MAX_PARALLELISM = 720;

    private final Supplier<AnswerGatherer<A>> gatherer;
    private final List<KeyedTwoInputStreamOperatorTestHarness<String, CallReport, A, CallReport>> subtasks =
            new ArrayList<>();

    GathererHarness(Supplier<AnswerGatherer<A>> gatherer, int parallelism) throws Exception {
        this.gatherer = gatherer;
        for (int i = 0; i < parallelism; i++) {
            subtasks.add(subtask(parallelism, i));
            subtasks.get(i).open();
        }
    }

    private GathererHarness(GathererHarness<A> before, OperatorSubtaskState snapshot, int parallelism)
            throws Exception {
        this.gatherer = before.gatherer;
        for (int i = 0; i < parallelism; i++) {
            subtasks.add(subtask(parallelism, i));
            subtasks.get(i)
                    .initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            snapshot, MAX_PARALLELISM, before.subtasks.size(), parallelism, i));
            subtasks.get(i).open();
        }
    }

    void report(CallReport report) throws Exception {
        owner(report).processElement1(new StreamRecord<>(report));
    }

    void answer(A answer) throws Exception {
        owner(answer).processElement2(new StreamRecord<>(answer));
    }

    List<CallReport> drain() {
        List<CallReport> reports = new ArrayList<>();
        subtasks.forEach(subtask -> {
            reports.addAll(subtask.extractOutputValues());
            subtask.getOutput().clear();
        });
        return reports;
    }

    <X> List<X> drain(OutputTag<X> tag) {
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

    /** Checkpoints, closes, and goes on on as many subtasks. */
    GathererHarness<A> rescaled(int parallelism) throws Exception {
        List<OperatorSubtaskState> states = new ArrayList<>();
        for (var subtask : subtasks) {
            states.add(subtask.snapshot(1, 0));
        }
        close();
        var all = AbstractStreamOperatorTestHarness.repackageState(states.toArray(OperatorSubtaskState[]::new));
        return new GathererHarness<>(this, all, parallelism);
    }

    void assertNothingIsLeft() {
        subtasks.forEach(subtask -> {
            assertThat(subtask.numKeyedStateEntries()).as("keyed entries").isZero();
            assertThat(subtask.numProcessingTimeTimers()).as("timers").isZero();
        });
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

    private KeyedTwoInputStreamOperatorTestHarness<String, CallReport, A, CallReport> owner(Keyed element) {
        return subtasks.get(
                KeyGroupRangeAssignment.assignKeyToParallelOperator(element.key(), MAX_PARALLELISM, subtasks.size()));
    }

    private KeyedTwoInputStreamOperatorTestHarness<String, CallReport, A, CallReport> subtask(int of, int index)
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(gatherer.get()),
                CallReport::key,
                Keyed::key,
                Types.STRING,
                MAX_PARALLELISM,
                of,
                index);
    }
}
