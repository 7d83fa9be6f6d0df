package io.undertone.job.live;

import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.QuietOperator;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import io.undertone.udfs.call.CallHeader;
import io.undertone.udfs.call.CallIntake;
import io.undertone.udfs.call.CallListener;
import io.undertone.udfs.call.CallState;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegChunk;
import io.undertone.udfs.call.LifecycleSettings;
import io.undertone.udfs.call.MediaFrame;
import io.undertone.udfs.call.Recall;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.call.Refusal;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Turns a call's records into ordered media, facts and one end.
 *
 * <p>Owned state: {@link CallState}, from a call's first record until its memory is dropped, by timer.
 */
public final class CallSequencer extends QuietOperator<MediaRecord, CallItem> implements CallListener {
    static final OutputTag<Rejected> REJECTED = new OutputTag<>("rejected") {};

    /** Name of the state. */
    private static final String CALL = "call";

    private final LifecycleSettings lifecycle;
    private final int reorderMillis;

    private transient @Nullable CallIntake intake;
    private transient @Nullable ValueState<CallState> calls;
    /** Of the record that is being taken; null while a deadline is looked at. */
    private transient @Nullable RecordOrigin origin;

    private transient @Nullable CallMeters meters;

    public CallSequencer(LifecycleSettings lifecycle, int reorderMillis, Patience patience) {
        super(Step.SEQUENCE_AUDIO, patience);
        this.lifecycle = lifecycle;
        this.reorderMillis = reorderMillis;
    }

    @Override
    public void open() throws Exception {
        super.open();
        intake = new CallIntake(lifecycle, reorderMillis);
        calls = getRuntimeContext().getState(new ValueStateDescriptor<>(CALL, CallState.class));
        meters = new CallMeters(getMetricGroup(), countOpen());
    }

    @Override
    protected Long take(MediaRecord record, long nowMillis) throws Exception {
        origin = record.origin;
        CallState call = Opened.of(calls).value();
        if (call == null) {
            call = new CallState();
            call.tenantId = record.tenantId;
            call.callId = record.callId;
        }
        Opened.of(meters).before(call);
        if (record.frame != null) {
            Opened.of(intake).frame(call, record.frame, nowMillis, this);
        } else if (record.signal != null) {
            Opened.of(intake).signal(call, record.signal, nowMillis, this);
        }
        return keep(call);
    }

    @Override
    protected @Nullable Long due(long nowMillis) throws Exception {
        origin = null;
        CallState call = Opened.of(calls).value();
        if (call == null) {
            return null;
        }
        Opened.of(meters).before(call);
        if (Opened.of(intake).due(call, nowMillis, quietSinceMillis(), this)) {
            Opened.of(calls).clear();
            return null;
        }
        return keep(call);
    }

    @Override
    protected void leave(@Nullable MediaRecord record) throws Exception {
        CallState call = Opened.of(calls).value();
        if (call != null) {
            Opened.of(calls).clear();
            output.collect(new StreamRecord<>(CallItem.aside(call.id(), record == null ? null : record.origin)));
        }
        if (record != null) {
            output.collect(REJECTED, new StreamRecord<>(Rejected.quarantined(Step.SEQUENCE_AUDIO, record)));
        }
    }

    @Override
    protected long recordMillis(MediaRecord record) {
        return record.origin.recordMillis;
    }

    @Override
    public void changed(CallState call) {
        output.collect(new StreamRecord<>(CallItem.facts(call.id(), origin, call.factsNow())));
    }

    @Override
    public void media(CallState call, LegChunk chunk) {
        output.collect(new StreamRecord<>(CallItem.chunk(call.id(), origin, chunk)));
    }

    @Override
    public void recalled(CallState call, Recall recall) {
        Opened.of(meters).recalled();
        output.collect(new StreamRecord<>(CallItem.recall(call.id(), origin, recall)));
    }

    @Override
    public void closed(CallState call, CallHeader header) {
        Opened.of(meters).closed(call, header.reason());
        output.collect(new StreamRecord<>(CallItem.ended(call.id(), origin, EndedCallFacts.of(call, header))));
    }

    @Override
    public void overstated(CallState call, long records) {
        Opened.of(meters).overstated(records);
    }

    @Override
    public void refused(CallState call, MediaFrame frame, Refusal refusal) {
        var rejected = new Rejected(
                Step.SEQUENCE_AUDIO.uid(),
                refusal.reason().name(),
                refusal.detail(),
                call.tenantId,
                call.callId,
                new Rejected.RecordPlace(frame.legId, frame.streamId, frame.sequence),
                frame.origin);
        output.collect(REJECTED, new StreamRecord<>(rejected));
    }

    /** Calls of this subtask that are on the line. */
    int callsOpen() {
        return Opened.of(meters).open();
    }

    private Long keep(CallState call) throws Exception {
        Opened.of(meters).after(call);
        Opened.of(calls).update(call);
        return Opened.of(intake).dueMillis(call, quietSinceMillis());
    }

    /** Of the calls that it was restored with, those that are on the line. */
    private int countOpen() throws Exception {
        int open = 0;
        KeyedStateBackend<String> backend = getKeyedStateBackend();
        try (Stream<String> keys = backend.getKeys(CALL, VoidNamespace.INSTANCE)) {
            for (Iterator<String> all = keys.iterator(); all.hasNext(); ) {
                backend.setCurrentKey(all.next());
                open += Opened.of(Opened.of(calls).value()).isOpen() ? 1 : 0;
            }
        }
        return open;
    }
}
