package io.undertone.job.live;

import io.undertone.job.runtime.CallFunction;
import io.undertone.job.runtime.ConsentRule;
import io.undertone.job.runtime.MoodRule;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.moods.MoodRights;
import io.undertone.udfs.tracking.SpeechGathering;
import io.undertone.udfs.tracking.VoiceWindowing;
import io.undertone.udfs.tracking.WindowedCall;
import io.undertone.udfs.voices.VoiceWindows;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Cuts windows of speech whose voices are to be told, where voices may be compared, and gathers the speech of those whose mood may
 * be read; everything else passes.
 *
 * <p>Owned state: {@link WindowedCall}, from a call's first facts to its end.
 */
public final class WindowCutter extends CallFunction<CallItem, CallItem> {
    private final ConsentRule biometrics;
    private final MoodRule moods;

    private transient @Nullable ValueState<WindowedCall> calls;

    public WindowCutter(ConsentRule biometrics, MoodRule moods) {
        super(Step.CUT_WINDOWS);
        this.biometrics = biometrics;
        this.moods = moods;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        calls = getRuntimeContext().getState(new ValueStateDescriptor<>("windows", WindowedCall.class));
    }

    @Override
    protected void take(CallItem item, Context ctx, Collector<CallItem> out) throws Exception {
        WindowedCall call = Opened.of(calls).value();
        call = call == null ? new WindowedCall() : call;
        VoiceWindows.Sink windows =
                (window, muLaw) -> out.collect(CallItem.window(item.id(), item.origin(), window, muLaw));
        if (item.ended() != null) {
            VoiceWindowing.finish(call, isAllowed(item, call.facts), windows);
            Opened.of(calls).clear();
            out.collect(item);
            return;
        }
        if (item.recall() != null) {
            VoiceWindowing.recall(call, item.recall());
        }
        boolean news = item.facts() != null;
        if (item.facts() != null) {
            VoiceWindowing.know(call, item.facts(), isAllowed(item, item.facts()));
        } else {
            out.collect(item);
        }
        if (item.frames() != null) {
            boolean allowed = isAllowed(item, call.facts);
            news = VoiceWindowing.hear(call, item.frames(), allowed, windows);
            MoodRights rights = moods.in(item.id().tenantId, call.facts);
            SpeechGathering.hear(
                    call,
                    item.frames(),
                    item.energies(),
                    rights,
                    allowed,
                    block -> out.collect(CallItem.speech(item.id(), item.origin(), block)));
        }
        if (news) {
            out.collect(CallItem.facts(item.id(), item.origin(), call.facts.copy()));
        }
        Opened.of(calls).update(call);
    }

    @Override
    protected void leave(CallItem item, Context ctx, Collector<CallItem> out) {
        Opened.of(calls).clear();
        out.collect(CallItem.aside(item.id(), item.origin()));
    }

    private boolean isAllowed(CallItem item, CallFacts facts) {
        return biometrics.allows(item.id().tenantId, facts.biometricsConsent());
    }
}
