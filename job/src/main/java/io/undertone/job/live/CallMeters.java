package io.undertone.job.live;

import io.undertone.job.runtime.Meters;
import io.undertone.udfs.call.CallState;
import io.undertone.udfs.call.CloseReason;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What can be counted of a subtask's calls, while they are on the line: a call that lasts an hour tells of its late frames as they come.
 * So counts of calls are read before and after each record.
 */
final class CallMeters {
    private final Map<CloseReason, Counter> closed = new EnumMap<>(CloseReason.class);
    private final Counter recalled;
    private final Counter overstated;
    private final FrameMeters frames;
    private int open;
    private boolean wasOpen;

    /** @param open calls that are on the line already */
    CallMeters(MetricGroup step, int open) {
        Meters meters = Meters.of(step);
        this.open = open;
        meters.gauge("calls_open", this::open);
        for (CloseReason reason : CloseReason.values()) {
            closed.put(reason, meters.counter("calls_closed", "reason", reason.name()));
        }
        recalled = meters.counter("legs_recalled");
        overstated = meters.counter("frames_overstated");
        frames = new FrameMeters(meters);
    }

    int open() {
        return open;
    }

    /** Something is about to happen to the call. */
    void before(CallState call) {
        wasOpen = call.isOpen();
        frames.remember(call.counts);
    }

    /** It has happened. */
    void after(CallState call) {
        frames.count(call.counts);
        open += (call.isOpen() ? 1 : 0) - (wasOpen ? 1 : 0);
    }

    /** A part ended. Another one, with counts of its own, may begin with the same record. */
    void closed(CallState call, CloseReason reason) {
        frames.count(call.counts);
        Counter counter = closed.get(reason);
        if (counter != null) {
            counter.inc();
        }
    }

    /** Media of a leg was taken back. */
    void recalled() {
        recalled.inc();
    }

    /** A gateway announced records with a call's end for which the call had no time. */
    void overstated(long records) {
        overstated.inc(records);
    }
}
