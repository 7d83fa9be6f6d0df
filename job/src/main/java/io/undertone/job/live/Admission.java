package io.undertone.job.live;

import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Lets records pass that belong to a call, and sends the others to the dead letters. */
public final class Admission extends ProcessFunction<MediaRecord, MediaRecord> {
    static final OutputTag<Rejected> REJECTED = new OutputTag<>("rejected") {};

    private final Step step;

    public Admission(Step step) {
        this.step = step;
    }

    @Override
    public void processElement(MediaRecord record, Context ctx, Collector<MediaRecord> out) {
        if (record.unusable == null) {
            out.collect(record);
            return;
        }
        ctx.output(REJECTED, Rejected.unusable(step, record.unusable, record.detail, record.origin));
    }
}
