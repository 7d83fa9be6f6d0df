package io.undertone.job.live;

import io.undertone.job.runtime.CallFunction;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.loudness.LevelReading;
import io.undertone.udfs.speech.LevelsCallState;
import io.undertone.udfs.speech.LevelsLegState;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.SpeechLevels;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Measures how loud each leg is: a second of media at a time, and each frame's energy for the stages behind.
 *
 * <p>Owned state: {@link LevelsCallState}, from a call's first facts to its end.
 */
public final class LoudnessMeasurer extends CallFunction<CallItem, CallItem> {
    private transient @Nullable ValueState<LevelsCallState> calls;

    public LoudnessMeasurer() {
        super(Step.MEASURE_LOUDNESS);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        calls = getRuntimeContext().getState(new ValueStateDescriptor<>("levels", LevelsCallState.class));
    }

    @Override
    protected void take(CallItem item, Context ctx, Collector<CallItem> out) throws Exception {
        LevelsCallState call = Opened.of(calls).value();
        call = call == null ? new LevelsCallState() : call;
        if (item.ended() != null) {
            summarise(item, item.ended(), call, out);
            Opened.of(calls).clear();
            out.collect(item);
            return;
        }
        if (item.facts() != null) {
            call.facts = item.facts();
            out.collect(item);
        } else if (item.recall() != null) {
            out.collect(item); // levels are no samples: they stay
        } else if (item.frames() != null) {
            measure(item, item.frames(), call, out);
        }
        Opened.of(calls).update(call);
    }

    @Override
    protected void leave(CallItem item, Context ctx, Collector<CallItem> out) {
        Opened.of(calls).clear();
        out.collect(CallItem.aside(item.id(), item.origin()));
    }

    private static void measure(CallItem item, SpeechFrames frames, LevelsCallState call, Collector<CallItem> out) {
        String legId = frames.legId();
        List<Insight> seconds = new ArrayList<>(1);
        double[] energies = SpeechLevels.measure(
                call.leg(legId), frames, reading -> seconds.add(insight(item, legId, call, reading)));
        out.collect(CallItem.frames(item.id(), item.origin(), frames, energies));
        seconds.forEach(second -> out.collect(CallItem.insight(item.origin(), second)));
    }

    private static void summarise(CallItem item, EndedCallFacts ended, LevelsCallState call, Collector<CallItem> out) {
        for (LegSummary summary : ended.legs) {
            LevelsLegState leg = call.legs.get(summary.legId);
            if (leg != null) {
                SpeechLevels.finish(
                        leg,
                        reading -> out.collect(
                                CallItem.insight(item.origin(), insight(item, summary.legId, call, reading))));
                SpeechLevels.summarise(leg, summary);
            }
        }
    }

    private static Insight insight(CallItem item, String legId, LevelsCallState call, LevelReading reading) {
        return Insight.of(item.id(), legId, call.facts.party(legId).role, call.leg(legId).speaking, reading);
    }
}
