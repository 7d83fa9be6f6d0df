package io.undertone.job.postcall;

import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.schema.Call;
import io.undertone.schema.EmotionWindow;
import io.undertone.schema.Silence;
import io.undertone.schema.Utterance;
import io.undertone.udfs.conversation.SilenceSettings;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Describes a gathered call in rows: the call, its utterances, its silences, the mood windows of it that may be kept. */
public final class CallDescriber extends ProcessFunction<GatheredCall, Call> {
    static final OutputTag<Utterance> UTTERANCES = new OutputTag<>("utterances", new AvroTypeInfo<>(Utterance.class));
    static final OutputTag<Silence> SILENCES = new OutputTag<>("silences", new AvroTypeInfo<>(Silence.class));

    static final OutputTag<EmotionWindow> WINDOWS = new OutputTag<>("windows", new AvroTypeInfo<>(EmotionWindow.class));

    private final SilenceSettings silence;

    public CallDescriber(SilenceSettings silence) {
        this.silence = silence;
    }

    @Override
    public void processElement(GatheredCall gathered, Context ctx, Collector<Call> out) throws Exception {
        try {
            describe(gathered, ctx, out);
        } catch (Exception bug) {
            throw StepFailure.in(Step.DESCRIBE_CALLS, gathered.ended().id.key(), gathered.origin(), bug);
        }
    }

    private void describe(GatheredCall gathered, Context ctx, Collector<Call> out) {
        var description = new CallDescription(gathered, silence);
        out.collect(description.call());
        description.utterances().forEach(row -> ctx.output(UTTERANCES, row));
        description.windows().forEach(row -> ctx.output(WINDOWS, row));
        description.silences().forEach(row -> ctx.output(SILENCES, row));
    }
}
