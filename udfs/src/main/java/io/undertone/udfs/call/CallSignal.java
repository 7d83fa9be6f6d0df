package io.undertone.udfs.call;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One control record of a call, of the gateway or of another system. A POJO: it crosses the network in a nullable field. */
public class CallSignal {
    /** What it says. */
    public enum Kind {
        STARTED,
        /** Facts of the gateway: a leg joined or left, something was updated. */
        CHANGED,
        /** Facts of another system, unordered: they never open a call. */
        UPDATED_ELSEWHERE,
        HOLD,
        RESUMED,
        SECURE_PAUSE,
        SECURE_RESUME,
        ENDED,
        ABORTED
    }

    public Kind kind = Kind.CHANGED;
    /** Event time, microseconds since 1970. */
    public long atMicros;

    public CallFacts facts = new CallFacts();
    /** On ENDED: highest sequence per {@code leg/stream}. */
    public Map<String, Long> lastSequences = new HashMap<>();

    public @Nullable String endReason;
    public RecordOrigin origin = new RecordOrigin();

    public CallSignal() {}
}
