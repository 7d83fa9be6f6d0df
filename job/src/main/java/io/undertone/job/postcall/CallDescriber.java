package io.undertone.job.postcall;

import io.undertone.job.reanalysis.KeptCall;
import io.undertone.job.report.CallReport;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.schema.EmotionWindow;
import io.undertone.schema.Silence;
import io.undertone.udfs.conversation.SilenceSettings;
import io.undertone.udfs.words.Pack;
import io.undertone.udfs.words.Packing;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Describes a gathered call in rows: a report of the call and its utterances, which waits for words, and its silences and the mood
 * windows of it that may be kept, which do not. What is to be transcribed goes to whoever does that, if somebody does.
 */
public final class CallDescriber extends ProcessFunction<GatheredCall, CallReport> {
    static final OutputTag<Pack> PACKS = new OutputTag<>("packs", TypeInformation.of(Pack.class));
    /** What a later analysis begins with. */
    static final OutputTag<KeptCall> KEPT = new OutputTag<>("kept", TypeInformation.of(KeptCall.class));

    static final OutputTag<Silence> SILENCES = new OutputTag<>("silences", new AvroTypeInfo<>(Silence.class));

    static final OutputTag<EmotionWindow> WINDOWS = new OutputTag<>("windows", new AvroTypeInfo<>(EmotionWindow.class));

    private final SilenceSettings silence;
    private final boolean transcribes;

    public CallDescriber(SilenceSettings silence, boolean transcribes) {
        this.silence = silence;
        this.transcribes = transcribes;
    }

    @Override
    public void processElement(GatheredCall gathered, Context ctx, Collector<CallReport> out) throws Exception {
        try {
            describe(gathered, ctx, out);
        } catch (Exception bug) {
            throw StepFailure.in(Step.DESCRIBE_CALLS, gathered.ended().id.key(), gathered.origin(), bug);
        }
    }

    private void describe(GatheredCall whole, Context ctx, Collector<CallReport> out) {
        GatheredCall gathered = Remaining.of(whole);
        var description = new CallDescription(gathered, silence);
        CallReport report = description.report();
        report.origin = gathered.origin();
        if (transcribes) {
            List<Pack> packs = Packing.of(report.key, gathered.ended().facts.language, gathered.utterances());
            for (Pack pack : packs) {
                pack.origin = report.origin;
                ctx.output(PACKS, pack);
            }
            report.asked = packs.size();
        }
        out.collect(report);
        if (gathered.isWorthKeeping()) {
            ctx.output(KEPT, gathered.toKeep());
        }
        description.windows().forEach(row -> ctx.output(WINDOWS, row));
        description.silences().forEach(row -> ctx.output(SILENCES, row));
    }
}
