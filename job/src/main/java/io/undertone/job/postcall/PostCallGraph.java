package io.undertone.job.postcall;

import static io.undertone.job.runtime.Keyed.byCall;
import static io.undertone.job.runtime.Step.ADMIT_ENDED_CALLS;
import static io.undertone.job.runtime.Step.ADMIT_UTTERANCES;
import static io.undertone.job.runtime.Step.DESCRIBE_CALLS;
import static io.undertone.job.runtime.Step.GATHER_CALLS;

import io.undertone.job.runtime.Admission;
import io.undertone.schema.Call;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;

/** The post-call leg: what becomes of a call when it is over. */
public final class PostCallGraph {
    private static final TypeInformation<GatheredCall> GATHERED = TypeInformation.of(GatheredCall.class);

    private PostCallGraph() {}

    /** Builds the graph between {@code in} and {@code out}. */
    public static void build(PostCallInlets in, PostCallOutlets out, PostCallSettings settings) {
        var utterances = ADMIT_UTTERANCES.on(in.utterances().process(new Admission<>(ADMIT_UTTERANCES)));
        var ended = ADMIT_ENDED_CALLS.on(in.endedCalls().process(new Admission<>(ADMIT_ENDED_CALLS)));

        var gatherer = new CallGatherer(settings.gathering(), settings.patience());
        var gathered = GATHER_CALLS.on(byCall(utterances.union(ended)).transform("gather", GATHERED, gatherer));
        var calls = DESCRIBE_CALLS.on(
                gathered.process(new CallDescriber(settings.silence())).returns(new AvroTypeInfo<>(Call.class)));

        out.calls().take(calls);
        out.utterances().take(calls.getSideOutput(CallDescriber.UTTERANCES));
        out.silences().take(calls.getSideOutput(CallDescriber.SILENCES));
        out.deadLetters()
                .take(utterances
                        .getSideOutput(Admission.REJECTED)
                        .union(ended.getSideOutput(Admission.REJECTED), gathered.getSideOutput(CallGatherer.REJECTED)));
    }
}
