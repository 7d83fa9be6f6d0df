package io.undertone.job.postcall;

import static io.undertone.job.runtime.Keyed.byCall;
import static io.undertone.job.runtime.Step.ADMIT_ALERTS;
import static io.undertone.job.runtime.Step.ADMIT_ENDED_CALLS;
import static io.undertone.job.runtime.Step.ADMIT_UTTERANCES;
import static io.undertone.job.runtime.Step.ADMIT_VERDICTS;
import static io.undertone.job.runtime.Step.ADMIT_WINDOWS;
import static io.undertone.job.runtime.Step.DESCRIBE_ALERTS;
import static io.undertone.job.runtime.Step.DESCRIBE_CALLS;
import static io.undertone.job.runtime.Step.DESCRIBE_VERDICTS;
import static io.undertone.job.runtime.Step.GATHER_CALLS;

import io.undertone.job.runtime.Admission;
import io.undertone.schema.AlertEvent;
import io.undertone.schema.Call;
import io.undertone.schema.FeedbackRow;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;

/** The post-call leg: what becomes of a call when it is over, and of its alerts while it goes on. */
public final class PostCallGraph {
    private static final TypeInformation<GatheredCall> GATHERED = TypeInformation.of(GatheredCall.class);

    private PostCallGraph() {}

    /** Builds the graph between {@code in} and {@code out}. */
    public static void build(PostCallInlets in, PostCallOutlets out, PostCallSettings settings) {
        var utterances = ADMIT_UTTERANCES.on(in.utterances().process(new Admission<>(ADMIT_UTTERANCES)));
        var ended = ADMIT_ENDED_CALLS.on(in.endedCalls().process(new Admission<>(ADMIT_ENDED_CALLS)));
        var windows = ADMIT_WINDOWS.on(in.windows().process(new Admission<>(ADMIT_WINDOWS)));
        var alerts = ADMIT_ALERTS.on(in.alerts().process(new Admission<>(ADMIT_ALERTS)));
        var verdicts = ADMIT_VERDICTS.on(in.verdicts().process(new Admission<>(ADMIT_VERDICTS)));

        var gatherer = new CallGatherer(settings.gathering(), settings.patience());
        var gathered =
                GATHER_CALLS.on(byCall(utterances.union(ended, windows)).transform("gather", GATHERED, gatherer));
        var calls = DESCRIBE_CALLS.on(
                gathered.process(new CallDescriber(settings.silence())).returns(new AvroTypeInfo<>(Call.class)));
        out.calls().take(calls);
        out.utterances().take(calls.getSideOutput(CallDescriber.UTTERANCES));
        out.silences().take(calls.getSideOutput(CallDescriber.SILENCES));
        out.windows().take(calls.getSideOutput(CallDescriber.WINDOWS));

        long memory = settings.gathering().memoryMillis();
        out.alerts()
                .take(DESCRIBE_ALERTS.on(byCall(alerts)
                        .transform(
                                "describe",
                                new AvroTypeInfo<>(AlertEvent.class),
                                new RepeatDropper<>(DESCRIBE_ALERTS, settings.patience(), memory, AlertRows::of))));
        out.verdicts()
                .take(DESCRIBE_VERDICTS.on(byCall(verdicts)
                        .transform(
                                "describe",
                                new AvroTypeInfo<>(FeedbackRow.class),
                                new RepeatDropper<>(DESCRIBE_VERDICTS, settings.patience(), memory, AlertRows::of))));

        out.deadLetters()
                .take(utterances
                        .getSideOutput(Admission.REJECTED)
                        .union(
                                ended.getSideOutput(Admission.REJECTED),
                                windows.getSideOutput(Admission.REJECTED),
                                alerts.getSideOutput(Admission.REJECTED),
                                verdicts.getSideOutput(Admission.REJECTED),
                                gathered.getSideOutput(CallGatherer.REJECTED)));
    }
}
