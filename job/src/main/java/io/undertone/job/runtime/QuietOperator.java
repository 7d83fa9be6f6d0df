package io.undertone.job.runtime;

import io.undertone.udfs.call.QuietWatch;
import java.io.Serializable;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * A keyed operator with one deadline per key, counted from <em>quiet since</em>: see {@link QuietWatch}. It is an operator and no
 * process function because the watch needs a heartbeat that belongs to no key.
 *
 * <p>Owned state: {@code armed}, the time of the key's one timer. A deadline that moves to later does not touch the timer: it
 * fires early and is armed anew.
 */
public abstract class QuietOperator<I extends Keyed, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>, Triggerable<String, VoidNamespace> {
    /** Well below the second from which on a subtask counts as blocked. */
    private static final long HEARTBEAT_MILLIS = 200;

    /** What tells silence of a call from silence of this subtask. */
    public record Patience(long stallMillis, long backlogMillis) implements Serializable {}

    private final Step step;
    private final Patience patience;

    private transient @Nullable QuietWatch watch;
    private transient @Nullable InternalTimerService<VoidNamespace> timers;
    private transient @Nullable ValueState<Long> armed;
    private transient @Nullable ScheduledFuture<?> heartbeat;

    protected QuietOperator(Step step, Patience patience) {
        this.step = step;
        this.patience = patience;
    }

    /** A record of the current key came; {@code nowMillis} is its arrival. Returns the key's next deadline, or null for none. */
    protected abstract @Nullable Long take(I element, long nowMillis) throws Exception;

    /** The current key's deadline may have passed. Returns the next one, or null when the key is done and its state cleared. */
    protected abstract @Nullable Long due(long nowMillis) throws Exception;

    /** When Kafka stamped the element, milliseconds since 1970. */
    protected abstract long recordMillis(I element);

    protected final long quietSinceMillis() {
        return Opened.of(watch).quietSinceMillis();
    }

    @Override
    public void open() throws Exception {
        super.open();
        watch = new QuietWatch(now(), patience.stallMillis(), patience.backlogMillis());
        timers = getInternalTimerService("deadlines", VoidNamespaceSerializer.INSTANCE, this);
        armed = getRuntimeContext().getState(new ValueStateDescriptor<>("armed", Types.LONG));
        heartbeat = getProcessingTimeService()
                .scheduleWithFixedDelay(t -> Opened.of(watch).observe(now()), HEARTBEAT_MILLIS, HEARTBEAT_MILLIS);
    }

    @Override
    public void processElement(StreamRecord<I> record) throws Exception {
        long now = now();
        I element = record.getValue();
        Opened.of(watch).observeRecord(now, recordMillis(element));
        try {
            arm(take(element, now));
        } catch (Exception bug) {
            throw StepFailure.in(step, element, bug);
        }
        Opened.of(watch).observe(now());
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        long now = now();
        Opened.of(watch).observe(now);
        Opened.of(armed).clear();
        try {
            arm(due(now));
        } catch (Exception bug) {
            throw StepFailure.in(step, timer.getKey(), null, bug);
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("no event-time timer is ever registered here");
    }

    @Override
    public void close() throws Exception {
        if (heartbeat != null) {
            heartbeat.cancel(false);
        }
        super.close();
    }

    private void arm(@Nullable Long dueMillis) throws Exception {
        ValueState<Long> timer = Opened.of(armed);
        Long old = timer.value();
        if (old != null && dueMillis != null && old <= dueMillis) {
            return;
        }
        if (old != null) {
            Opened.of(timers).deleteProcessingTimeTimer(VoidNamespace.INSTANCE, old);
            timer.clear();
        }
        if (dueMillis != null) {
            Opened.of(timers).registerProcessingTimeTimer(VoidNamespace.INSTANCE, dueMillis);
            timer.update(dueMillis);
        }
    }

    private long now() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }
}
