package io.undertone.job.postcall;

import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Lets parts of calls pass that could be read, and sends the others to the dead letters. */
public final class PartAdmission extends ProcessFunction<CallPart, CallPart> {
    static final OutputTag<Rejected> REJECTED = new OutputTag<>("rejected") {};

    private final Step step;

    public PartAdmission(Step step) {
        this.step = step;
    }

    @Override
    public void processElement(CallPart part, Context ctx, Collector<CallPart> out) {
        if (part.unusable == null) {
            out.collect(part);
            return;
        }
        ctx.output(REJECTED, Rejected.unusable(step, part.unusable, part.detail, part.origin));
    }
}
