package io.undertone.udfs.call;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the first stage remembers of one call: bounded, whatever its length. After the close it stays for a while as the
 * memory that tells late media from a new call. A POJO: keyed state.
 */
public class CallState {
    public String tenantId = "";
    public String callId = "";
    /** Event time of the first record: the identity of the call, and 0 of its timeline. */
    public long startMicros;

    public int part;
    /** Streams are known to begin at sequence 0, because the call was seen from its start. */
    public boolean seenFromStart;

    public LifecycleState life = new LifecycleState();
    public CallFacts facts = new CallFacts();
    public Map<String, LegState> legs = new HashMap<>();
    public FrameCounts counts = new FrameCounts();
    /** By event time, microseconds. */
    public IntervalLog holds = new IntervalLog();

    /** By event time, microseconds; one that is open when the call times out goes on in its next part. */
    public IntervalLog securePauses = new IntervalLog();
    /** What was withheld or paused, 8 kHz samples of the timeline. */
    public IntervalLog redactions = new IntervalLog();

    /** Announced by ENDED. */
    public Map<String, Long> lastSequences = new HashMap<>();

    public @Nullable String gatewayEndReason;

    public CallState() {}

    /** The identity of what is open, or was last. */
    public CallId id() {
        return new CallId(tenantId, callId, startMicros, part);
    }

    /** Whether it is on the line: has begun and is not closed. */
    public boolean isOpen() {
        return life.phase == CallPhase.ACTIVE || life.phase == CallPhase.ENDING;
    }

    /** What is known now, in a copy that nobody changes: with the last hold, which lies on the timeline only here. */
    public CallFacts factsNow() {
        CallFacts now = facts.copy();
        if (!holds.intervals.isEmpty()) {
            Interval last = holds.intervals.get(holds.intervals.size() - 1);
            now.hold =
                    new Interval(position(last.begin), last.end == Interval.OPEN ? Interval.OPEN : position(last.end));
        }
        return now;
    }

    /** Where {@code micros} lies on the timeline, 8 kHz samples; what is before the start counts as the start. */
    public long position(long micros) {
        return Math.max(0, (micros - startMicros) * 8 / 1_000);
    }

    /** Wall clock of a position, microseconds since 1970. */
    public long micros(long position) {
        return startMicros + position * 1_000 / 8;
    }
}
