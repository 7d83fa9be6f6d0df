package io.undertone.job.live;

import io.undertone.job.runtime.Admission;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Lets answers pass that could be read, to the calls that asked, and sends the others to the dead letters. */
public final class VoiceprintAdmission extends ProcessFunction<VoiceprintReply, CallProduct> {
    @Override
    public void processElement(VoiceprintReply reply, Context ctx, Collector<CallProduct> out) {
        if (reply.unusable == null) {
            out.collect(reply.product());
            return;
        }
        ctx.output(
                Admission.REJECTED,
                Rejected.unusable(Step.ADMIT_VOICEPRINT_ANSWERS, reply.unusable, reply.detail, reply.origin));
    }
}
