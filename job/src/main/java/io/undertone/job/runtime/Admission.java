package io.undertone.job.runtime;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Lets records pass that could be read, and sends the others to the dead letters. */
public final class Admission<T extends ReadRecord> extends ProcessFunction<T, T> {
    public static final OutputTag<Rejected> REJECTED = new OutputTag<>("rejected") {};

    private final Step step;

    public Admission(Step step) {
        this.step = step;
    }

    @Override
    public void processElement(T record, Context ctx, Collector<T> out) {
        if (record.unusable == null) {
            out.collect(record);
            return;
        }
        ctx.output(REJECTED, Rejected.unusable(step, record.unusable, record.detail, record.origin));
    }
}
