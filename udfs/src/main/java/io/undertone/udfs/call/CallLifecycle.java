package io.undertone.udfs.call;

import org.jspecify.annotations.Nullable;

/**
 * Decides when a call is over.
 *
 * <p>Two clocks: capture times of the call's own records decide first, so that a replay at full speed closes where the live run
 * did; arrival times close a call of which nothing comes any more. A deadline by arrival is counted from the later of the event
 * and <em>quiet since</em>: as long as input may be queued before us, silence is no sign of an end.
 */
public final class CallLifecycle {
    /** A limit that was passed, and where by capture time. */
    record Closing(CloseReason reason, long atMicros) {}

    private record Limit(CloseReason reason, Moment from, long millis) {
        long dueMillis(long quietSinceMillis) {
            return Math.max(from.arrivalMillis, quietSinceMillis) + millis;
        }

        long dueMicros() {
            return from.captureMicros + millis * 1_000;
        }
    }

    private final LifecycleSettings settings;

    public CallLifecycle(LifecycleSettings settings) {
        this.settings = settings;
    }

    /** The limit that a record captured at {@code captureMicros} shows to have passed, or null. */
    @Nullable
    Closing passedBy(LifecycleState call, long captureMicros) {
        Limit first = null;
        for (Limit limit : limits(call)) {
            if (limit != null && (first == null || limit.dueMicros() < first.dueMicros())) {
                first = limit;
            }
        }
        return first != null && captureMicros > first.dueMicros() ? closing(first) : null;
    }

    /** When to look again, in milliseconds of the processing clock. */
    public long dueMillis(LifecycleState call, long quietSinceMillis) {
        if (call.closed != null) {
            return Math.max(call.closed.arrivalMillis, quietSinceMillis) + settings.reopenMillis();
        }
        if (call.phase == CallPhase.ABSENT) {
            return Math.max(call.opened.arrivalMillis, quietSinceMillis) + settings.reopenMillis();
        }
        Limit next = next(call, quietSinceMillis);
        return next.dueMillis(quietSinceMillis);
    }

    /** What ends the call at {@code nowMillis}, or null. */
    @Nullable
    Closing dueBy(LifecycleState call, long nowMillis, long quietSinceMillis) {
        Limit next = next(call, quietSinceMillis);
        return next.dueMillis(quietSinceMillis) <= nowMillis ? closing(next) : null;
    }

    private Limit next(LifecycleState call, long quietSinceMillis) {
        Limit next = new Limit(CloseReason.CALL_LIMIT, call.opened, settings.callMillis());
        for (Limit limit : limits(call)) {
            if (limit != null && limit.dueMillis(quietSinceMillis) < next.dueMillis(quietSinceMillis)) {
                next = limit;
            }
        }
        return next;
    }

    /** Those that apply; the others are null. */
    private @Nullable Limit[] limits(LifecycleState call) {
        @Nullable Limit[] limits = new @Nullable Limit[3];
        limits[0] = new Limit(CloseReason.CALL_LIMIT, call.opened, settings.callMillis());
        if (call.ending != null) {
            var reason = call.aborted ? CloseReason.ABORTED : CloseReason.ENDED;
            limits[1] = new Limit(reason, call.ending, settings.endedGraceMillis());
        } else if (call.onHold != null) {
            limits[1] = new Limit(CloseReason.HOLD_LIMIT, call.onHold, settings.holdMillis());
        } else {
            limits[1] = new Limit(CloseReason.NO_MEDIA, call.lastMedia, settings.noMediaMillis());
        }
        if (call.streamsEnded != null && call.ending == null && call.onHold == null) {
            limits[2] = new Limit(CloseReason.STREAMS_ENDED, call.streamsEnded, settings.streamsEndedMillis());
        }
        return limits;
    }

    private static Closing closing(Limit limit) {
        return new Closing(limit.reason(), limit.dueMicros());
    }
}
