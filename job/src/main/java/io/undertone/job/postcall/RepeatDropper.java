package io.undertone.job.postcall;

import io.undertone.job.runtime.Meters;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.QuietOperator;
import io.undertone.job.runtime.Step;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row of everything that is told about a part of a call, once.
 *
 * <p>Owned state: the names of what was told, and when the last came. Lifecycle: all of a part is forgotten together, once nothing
 * has come of it for as long as repeats can come.
 */
public final class RepeatDropper<E extends ToldOnce, R> extends QuietOperator<E, R> {
    private final long memoryMillis;
    private final RowOf<E, R> row;

    private transient @Nullable MapState<String, Boolean> told;
    private transient @Nullable ValueState<Long> lastMillis;
    private transient @Nullable Counter repeats;

    RepeatDropper(Step step, Patience patience, long memoryMillis, RowOf<E, R> row) {
        super(step, patience);
        this.memoryMillis = memoryMillis;
        this.row = row;
    }

    @Override
    public void open() throws Exception {
        super.open();
        told = getRuntimeContext().getMapState(new MapStateDescriptor<>("told", Types.STRING, Types.BOOLEAN));
        lastMillis = getRuntimeContext().getState(new ValueStateDescriptor<>("last", Types.LONG));
        repeats = Meters.of(getMetricGroup()).counter("repeats_dropped");
    }

    @Override
    protected Long take(E element, long nowMillis) throws Exception {
        if (Opened.of(told).contains(element.name())) {
            Opened.of(repeats).inc();
        } else {
            Opened.of(told).put(element.name(), true);
            output.collect(new StreamRecord<>(row.of(element)));
        }
        Opened.of(lastMillis).update(nowMillis);
        return dueMillis(nowMillis);
    }

    @Override
    protected @Nullable Long due(long nowMillis) throws Exception {
        Long last = Opened.of(lastMillis).value();
        if (last == null) {
            return null;
        }
        long due = dueMillis(last);
        if (due > nowMillis) {
            return due;
        }
        leave(null);
        return null;
    }

    @Override
    protected void leave(@Nullable E element) {
        Opened.of(told).clear();
        Opened.of(lastMillis).clear();
    }

    @Override
    protected long recordMillis(E element) {
        return element.origin.recordMillis;
    }

    /** A subtask that was down has not been listening: what it missed may be a repeat. */
    private long dueMillis(long lastMillis) {
        return Math.max(lastMillis, quietSinceMillis()) + memoryMillis;
    }
}
