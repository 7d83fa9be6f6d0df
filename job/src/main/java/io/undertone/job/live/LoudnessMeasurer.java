package io.undertone.job.live;

import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.loudness.LevelReading;
import io.undertone.udfs.speech.LevelsCallState;
import io.undertone.udfs.speech.LevelsLegState;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.SpeechLevels;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Measures how loud each leg is, reports it once a second of media, and adds each frame's energy for the stages behind.
 *
 * <p>Owned state: {@link LevelsCallState}, from a call's first facts to its end.
 */
public final class LoudnessMeasurer extends KeyedProcessFunction<String, CallItem, CallItem> {
    static final OutputTag<Insight> INSIGHTS = new OutputTag<>("insights") {};

    private transient @Nullable ValueState<LevelsCallState> calls;

    @Override
    public void open(OpenContext context) {
        calls = getRuntimeContext().getState(new ValueStateDescriptor<>("levels", LevelsCallState.class));
    }

    @Override
    public void processElement(CallItem item, Context ctx, Collector<CallItem> out) throws Exception {
        try {
            take(item, ctx, out);
        } catch (Exception bug) {
            throw StepFailure.in(Step.MEASURE_LOUDNESS, item, bug);
        }
    }

    private void take(CallItem item, Context ctx, Collector<CallItem> out) throws Exception {
        LevelsCallState call = Opened.of(calls).value();
        call = call == null ? new LevelsCallState() : call;
        if (item.ended() != null) {
            summarise(item, item.ended(), call, ctx);
            Opened.of(calls).clear();
            out.collect(item);
            return;
        }
        if (item.facts() != null) {
            call.facts = item.facts();
            out.collect(item);
        } else if (item.frames() != null) {
            out.collect(
                    CallItem.frames(item.id(), item.origin(), item.frames(), measure(item, item.frames(), call, ctx)));
        }
        Opened.of(calls).update(call);
    }

    private static double[] measure(CallItem item, SpeechFrames frames, LevelsCallState call, Context ctx) {
        LevelsLegState leg = call.leg(frames.legId());
        return SpeechLevels.measure(leg, frames, reading -> report(item, frames.legId(), call, reading, ctx));
    }

    private static void summarise(CallItem item, EndedCallFacts ended, LevelsCallState call, Context ctx) {
        for (LegSummary summary : ended.legs) {
            LevelsLegState leg = call.legs.get(summary.legId);
            if (leg != null) {
                SpeechLevels.finish(leg, reading -> report(item, summary.legId, call, reading, ctx));
                SpeechLevels.summarise(leg, summary);
            }
        }
    }

    private static void report(CallItem item, String legId, LevelsCallState call, LevelReading reading, Context ctx) {
        boolean speaking = call.leg(legId).speaking;
        ctx.output(INSIGHTS, new Insight(item.id(), legId, call.facts.party(legId).role, speaking, reading));
    }
}
