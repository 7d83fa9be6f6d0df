package io.undertone.job.live;

import io.undertone.job.runtime.CallFunction;
import io.undertone.job.runtime.MoodRule;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.udfs.moods.MoodRights;
import io.undertone.udfs.moods.MoodWindows;
import io.undertone.udfs.moods.SpokenSecond;
import io.undertone.udfs.moods.WindowedMoods;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Cuts emotion windows out of the speech of those whose mood may be read, and numbers what leaves it anew: windows take another way
 * to the judge than the rest.
 *
 * <p>Owned state: one {@link WindowedMoods} a part, from its first item to its end.
 */
public final class MoodCutter extends CallFunction<CallProduct, CallProduct> {
    /** To be read by the emotion model. */
    static final OutputTag<CallProduct> WINDOWS = new OutputTag<>("emotion-windows") {};

    private static final long SECOND_SAMPLES = 8_000;

    private final MoodRule moods;

    private transient @Nullable MapState<String, WindowedMoods> parts;

    public MoodCutter(MoodRule moods) {
        super(Step.CUT_MOOD_WINDOWS);
        this.moods = moods;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        parts = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("moods", Types.STRING, Types.POJO(WindowedMoods.class)));
    }

    @Override
    protected void take(CallProduct item, Context ctx, Collector<CallProduct> out) throws Exception {
        String partKey = item.id.partKey();
        WindowedMoods call = Opened.of(parts).get(partKey);
        call = call == null ? new WindowedMoods() : call;
        if (item.speech != null) {
            var seconds = new Seconds(item, call, ctx);
            MoodWindows.hear(call, item.speech, moods.in(item.id.tenantId, call.facts), seconds);
        } else {
            if (item.facts != null) {
                MoodRights rights = moods.in(item.id.tenantId, item.facts);
                MoodWindows.know(call, item.facts, rights);
            }
            if (item.recall != null) {
                MoodWindows.recall(call, item.recall);
            }
            if (item.insight != null) {
                MoodWindows.pass(call, item.insight.legId, (item.insight.second + 1) * SECOND_SAMPLES);
            }
            out.collect(item.numbered(call.items++));
        }
        if (item.ended == null) {
            Opened.of(parts).put(partKey, call);
        } else {
            Opened.of(parts).remove(partKey);
        }
    }

    @Override
    protected void leave(CallProduct item, Context ctx, Collector<CallProduct> out) {
        Opened.of(parts).clear();
        out.collect(CallProduct.aside(item.id, item.origin));
    }

    private record Seconds(CallProduct item, WindowedMoods call, Context ctx) implements MoodWindows.Sink {
        @Override
        public void second(SpokenSecond second, byte[] muLaw) {
            ctx.output(WINDOWS, CallProduct.second(item.id, item.origin, call.items++, second, muLaw));
        }
    }
}
