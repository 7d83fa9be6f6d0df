package io.undertone.job.report;

import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.schema.Call;
import io.undertone.schema.CallAnalysis;
import io.undertone.schema.Utterance;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Takes a report apart into its rows. */
public final class ReportRows extends ProcessFunction<CallReport, Call> {
    public static final OutputTag<Utterance> UTTERANCES =
            new OutputTag<>("utterances", new AvroTypeInfo<>(Utterance.class));
    public static final OutputTag<CallAnalysis> ANALYSES =
            new OutputTag<>("analyses", new AvroTypeInfo<>(CallAnalysis.class));
    /** The word that there is a report, for who keeps the call's audio. */
    public static final OutputTag<ReportedAudio> AUDIO =
            new OutputTag<>("audio", TypeInformation.of(ReportedAudio.class));

    private transient @Nullable ReportMeters meters;

    @Override
    public void open(OpenContext context) {
        meters = new ReportMeters(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(CallReport report, Context ctx, Collector<Call> out) throws Exception {
        try {
            Opened.of(meters).count(report.call);
            split(report, ctx, out);
        } catch (Exception bug) {
            throw StepFailure.in(Step.SPLIT_REPORTS, report, bug);
        }
    }

    private static void split(CallReport report, Context ctx, Collector<Call> out) {
        out.collect(report.call);
        report.utterances.forEach(row -> ctx.output(UTTERANCES, row));
        ctx.output(ANALYSES, Analyses.of(report.call));
        ctx.output(AUDIO, ReportedAudio.of(report));
    }
}
