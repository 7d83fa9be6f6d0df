package io.undertone.job.live;

import io.undertone.job.runtime.Admission;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Lets what people say of alerts pass to their calls, if it could be read; the rest goes to the dead letters. */
public final class FeedbackAdmission extends ProcessFunction<FeedbackReply, CallProduct> {
    @Override
    public void processElement(FeedbackReply reply, Context ctx, Collector<CallProduct> out) {
        if (reply.unusable == null) {
            out.collect(reply.product());
            return;
        }
        ctx.output(
                Admission.REJECTED, Rejected.unusable(Step.ADMIT_FEEDBACK, reply.unusable, reply.detail, reply.origin));
    }
}
