package io.undertone.job.runtime;

import io.undertone.udfs.call.QuietWatch;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Stream;
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
 * <p>A call that is put aside leaves no state and no timer: at its next element, at its timer, or a few seconds after it was put
 * aside, whichever is first.
 *
 * <p>Owned state: {@code armed}, the time of the key's one timer. A deadline that moves to later does not touch the timer: it
 * fires early and is armed anew.
 */
public abstract class QuietOperator<I extends Keyed, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>, Triggerable<String, VoidNamespace> {
    /** Well below the second from which on a subtask counts as blocked. */
    private static final long HEARTBEAT_MILLIS = 200;
    /** Every process of a leg looks for calls in quarantine once a second: by then all have heard of one, and no step keeps it again. */
    private static final long HEARD_MILLIS = 5_000;

    /** What tells silence of a call from silence of this subtask. */
    public record Patience(long stallMillis, long backlogMillis) implements Serializable {}

    private final Step step;
    private final Patience patience;
    private Quarantine.Source source = Quarantine.NONE;

    private transient @Nullable QuietWatch watch;
    private transient @Nullable InternalTimerService<VoidNamespace> timers;
    private transient @Nullable ValueState<Long> armed;
    private transient @Nullable ScheduledFuture<?> heartbeat;
    private transient @Nullable Quarantine aside;
    /** The calls of which all is gone, or is about to. */
    private transient @Nullable Set<String> swept;
    /** When the others of the leg have heard of the newest, too; 0 when nothing is to be swept. */
    private transient long sweepMillis;

    protected QuietOperator(Step step, Patience patience) {
        this.step = step;
        this.patience = patience;
    }

    /** A record of the current key came; {@code nowMillis} is its arrival. Returns the key's next deadline, or null for none. */
    protected abstract @Nullable Long take(I element, long nowMillis) throws Exception;

    /** The current key's deadline may have passed. Returns the next one, or null when the key is done and its state cleared. */
    protected abstract @Nullable Long due(long nowMillis) throws Exception;

    /**
     * The current key's call is put aside: clears all that is kept under the key without working on it, and hands on no more than the
     * word to the steps behind. {@code element} is null when nothing has come of the call.
     */
    protected abstract void leave(@Nullable I element) throws Exception;

    /** When Kafka stamped the element, milliseconds since 1970. */
    protected abstract long recordMillis(I element);

    /** The same step, which leaves alone what {@code quarantine} puts aside. */
    public final QuietOperator<I, O> heeding(Quarantine.Source quarantine) {
        source = quarantine;
        return this;
    }

    protected final long quietSinceMillis() {
        return Opened.of(watch).quietSinceMillis();
    }

    @Override
    public void open() throws Exception {
        super.open();
        aside = source.open();
        watch = new QuietWatch(now(), patience.stallMillis(), patience.backlogMillis());
        timers = getInternalTimerService("deadlines", VoidNamespaceSerializer.INSTANCE, this);
        armed = getRuntimeContext().getState(new ValueStateDescriptor<>("armed", Types.LONG));
        heartbeat =
                getProcessingTimeService().scheduleWithFixedDelay(beat -> beat(), HEARTBEAT_MILLIS, HEARTBEAT_MILLIS);
    }

    @Override
    public void processElement(StreamRecord<I> record) throws Exception {
        long now = now();
        I element = record.getValue();
        Opened.of(watch).observeRecord(now, recordMillis(element));
        try {
            if (Opened.of(aside).holds(element)) {
                leave(element);
                arm(null);
            } else {
                arm(take(element, now));
            }
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
            if (Opened.of(aside).holds(timer.getKey())) {
                leave(null);
            } else {
                arm(due(now));
            }
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
        if (aside != null) {
            aside.close();
        }
        super.close();
    }

    private void beat() throws Exception {
        Opened.of(watch).observe(now());
        Set<String> calls = Opened.of(aside).calls();
        if (calls != swept) {
            swept = calls;
            sweepMillis = now() + HEARD_MILLIS;
        } else if (sweepMillis > 0 && now() >= sweepMillis) {
            sweepMillis = 0;
            sweep();
        }
    }

    /** Lets go of calls of which nothing else may come. */
    private void sweep() throws Exception {
        List<String> keys;
        try (Stream<String> armedKeys = this.<String>getKeyedStateBackend().getKeys("armed", VoidNamespace.INSTANCE)) {
            keys = armedKeys.filter(key -> Opened.of(aside).holds(key)).toList();
        }
        for (String key : keys) {
            setCurrentKey(key);
            leave(null);
            arm(null);
        }
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
