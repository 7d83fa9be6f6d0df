package io.undertone.job.postcall;

import io.undertone.job.reanalysis.KeptCall;
import io.undertone.job.runtime.Meters;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.QuietOperator;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.GatherRules;
import io.undertone.udfs.call.GatherState;
import io.undertone.udfs.moods.WindowFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a call's header, utterances and emotion windows, which come in any order and more than once, and hands each part on exactly
 * once; and once for each revision that is asked for later, which comes as a whole.
 *
 * <p>Owned state: {@link GatherState} and the utterances and windows by name, these until the call is handed on; the former stays as the
 * memory against repeats until its timer.
 */
public final class CallGatherer extends QuietOperator<CallPart, GatheredCall> {
    static final OutputTag<Rejected> REJECTED = new OutputTag<>("rejected") {};

    private final GatherRules rules;

    private transient @Nullable ValueState<GatherState> calls;
    private transient @Nullable MapState<String, UtteranceFacts> utterances;
    private transient @Nullable GatheredWindows windows;
    private transient @Nullable Counter repeats;
    private transient @Nullable Counter tooLate;
    private transient @Nullable Counter partial;
    private transient @Nullable Counter orphaned;

    public CallGatherer(GatherRules rules, Patience patience) {
        super(Step.GATHER_CALLS, patience);
        this.rules = rules;
    }

    @Override
    public void open() throws Exception {
        super.open();
        calls = getRuntimeContext().getState(new ValueStateDescriptor<>("gathered", GatherState.class));
        utterances = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("utterances", Types.STRING, Types.POJO(UtteranceFacts.class)));
        windows = new GatheredWindows(
                getRuntimeContext()
                        .getMapState(new MapStateDescriptor<>("windows", Types.STRING, Types.POJO(WindowFacts.class))),
                rules);
        var meters = Meters.of(getMetricGroup());
        repeats = meters.counter("repeats_dropped");
        tooLate = meters.counter("parts_too_late");
        partial = meters.counter("calls_gathered_in_part");
        orphaned = meters.counter("utterances_without_call");
    }

    @Override
    protected Long take(CallPart part, long nowMillis) throws Exception {
        GatherState call = Opened.of(calls).value();
        if (call == null) {
            call = new GatherState();
            call.firstMillis = nowMillis;
        }
        if (call.doneMillis > 0) {
            takeAfterwards(call, part);
            return rules.dueMillis(call, quietSinceMillis());
        }
        if (part.kept != null) {
            handOnAgain(call, part, part.kept, nowMillis);
        } else if (part.utterance != null) {
            add(call, part.utterance);
        } else if (part.window != null) {
            Opened.of(windows).add(call, part.window);
        } else if (part.ended != null && call.ended == null) {
            call.ended = part.ended;
            call.endedOrigin = part.origin;
            call.endedMillis = nowMillis;
            Opened.of(windows).keepWhatMayBe(call);
        }
        if (rules.isComplete(call)) {
            handOn(call, true, nowMillis);
        }
        Opened.of(calls).update(call);
        return rules.dueMillis(call, quietSinceMillis());
    }

    @Override
    protected @Nullable Long due(long nowMillis) throws Exception {
        GatherState call = Opened.of(calls).value();
        if (call == null) {
            return null;
        }
        long due = rules.dueMillis(call, quietSinceMillis());
        if (due > nowMillis) {
            return due;
        }
        if (rules.isOverdue(call, nowMillis, quietSinceMillis())) {
            Opened.of(partial).inc();
            handOn(call, false, nowMillis);
            Opened.of(calls).update(call);
            return rules.dueMillis(call, quietSinceMillis());
        }
        Opened.of(orphaned).inc(call.doneMillis > 0 ? 0 : call.utterances);
        clear();
        return null;
    }

    @Override
    protected void leave(@Nullable CallPart part) throws Exception {
        clear();
        if (part != null) {
            output.collect(REJECTED, new StreamRecord<>(Rejected.quarantined(Step.GATHER_CALLS, part)));
        }
    }

    private void clear() {
        Opened.of(calls).clear();
        Opened.of(utterances).clear();
        Opened.of(windows).clear();
    }

    @Override
    protected long recordMillis(CallPart part) {
        return part.origin.recordMillis;
    }

    /** The call's rows are written: all that comes is a repeat, or was missing in them and is told. */
    private void takeAfterwards(GatherState call, CallPart part) throws Exception {
        UtteranceFacts utterance = part.utterance;
        WindowFacts window = part.window;
        if (utterance != null && rules.isTooLate(call, utterance.name(), utterance.version)) {
            call.remember(utterance.name(), utterance.version);
            reject(
                    part,
                    "utterance %d of leg %s, version %d"
                            .formatted(utterance.number, utterance.legId, utterance.version));
        } else if (window != null && rules.isWindowTooLate(call, window.legId, window.number, window.name())) {
            call.remember(window.name(), 0);
            reject(part, "emotion window %d of leg %s".formatted(window.number, window.legId));
        } else {
            Opened.of(repeats).inc();
            return;
        }
        Opened.of(calls).update(call);
    }

    private void reject(CallPart part, String what) {
        Opened.of(tooLate).inc();
        var rejected = new Rejected(
                Step.GATHER_CALLS.uid(),
                "TOO_LATE_FOR_CALL",
                what + " came after the call had been written without it",
                part.id.tenantId,
                part.id.callId,
                null,
                part.origin);
        output.collect(REJECTED, new StreamRecord<>(rejected));
    }

    private void add(GatherState call, UtteranceFacts utterance) throws Exception {
        UtteranceFacts there = Opened.of(utterances).get(utterance.name());
        Integer version = there == null ? null : there.version;
        if (rules.replaces(utterance.version, version)) {
            call.count(utterance.version, version);
            Opened.of(utterances).put(utterance.name(), utterance);
        }
    }

    private void handOn(GatherState call, boolean complete, long nowMillis) throws Exception {
        if (call.ended == null) {
            throw new IllegalStateException("a call goes on only with its header");
        }
        List<UtteranceFacts> said = takeUtterances(call.ended);
        List<WindowFacts> felt = Opened.of(windows).takeAll();
        output.collect(new StreamRecord<>(
                new GatheredCall(call.ended, call.endedOrigin, said, felt, rules.hasAllUtterances(call), 0)));
        call.partial = !complete;
        if (call.partial) {
            said.forEach(utterance -> call.remember(utterance.name(), utterance.version));
            GatheredWindows.rememberPartial(call, call.ended, felt);
        }
        call.windows.clear();
        call.ended = null;
        call.endedOrigin = null;
        call.doneMillis = nowMillis;
    }

    /** All of it comes at once, under a key of its revision's own. */
    private void handOnAgain(GatherState call, CallPart part, KeptCall kept, long nowMillis) {
        output.collect(new StreamRecord<>(new GatheredCall(
                kept.ended, part.origin, kept.utterances, kept.windows, kept.complete, part.revision)));
        call.doneMillis = nowMillis;
    }

    /** In the order in which they were said, and none is left. */
    private List<UtteranceFacts> takeUtterances(EndedCallFacts ended) throws Exception {
        List<UtteranceFacts> ordered = new ArrayList<>();
        for (UtteranceFacts utterance : Opened.of(utterances).values()) {
            if (rules.isAnnounced(ended, utterance.legId, utterance.number)) {
                ordered.add(utterance);
            }
        }
        ordered.sort(Comparator.<UtteranceFacts>comparingLong(utterance -> utterance.begin)
                .thenComparing(utterance -> utterance.legId)
                .thenComparingInt(utterance -> utterance.number));
        Opened.of(utterances).clear();
        return ordered;
    }
}
