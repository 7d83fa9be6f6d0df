package io.undertone.udfs.call;

import io.undertone.udfs.call.CallLifecycle.Closing;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the records of a call, whatever their order, and gives out its ordered media, its changes and its one end.
 *
 * <p>Invariants: a call closes once; after its close nothing but the next part or a new start comes out; every frame with media
 * has one fate in {@link FrameCounts}. Decisions are functions of the records; only a call of which nothing comes any more is
 * closed by a clock (see {@link CallLifecycle}).
 */
public final class CallIntake {
    private final CallLifecycle lifecycle;
    private final Opening opening;
    private final Legs legs;

    public CallIntake(LifecycleSettings settings, int reorderMillis) {
        this.lifecycle = new CallLifecycle(settings);
        this.opening = new Opening(settings.reopenMillis());
        this.legs = new Legs(new StreamSequencer(reorderMillis), settings.securePausePaddingMillis());
    }

    /** A media record arrived at {@code nowMillis}. One that cannot be used is a sign of life all the same. */
    public void frame(CallState call, MediaFrame frame, long nowMillis, CallListener out) {
        boolean misplaced = Legs.isMisplaced(call, frame);
        if (!misplaced) {
            closeIfPassed(call, frame.captureMicros, nowMillis, out);
        }
        if (!call.isOpen() && !opens(call, frame, nowMillis, out)) {
            return;
        }
        Refusal refusal = legs.accept(call, frame, out);
        if (refusal != null) {
            out.refused(call, frame, refusal);
        }
        if (!misplaced) {
            long heardMicros = refusal == null ? frame.durationMicros() : 0;
            call.life.lastMedia.advance(frame.captureMicros + heardMicros, nowMillis);
        }
        noteStreamsEnded(call, nowMillis);
        closeIfComplete(call, nowMillis, out);
    }

    /** A control record arrived at {@code nowMillis}. */
    public void signal(CallState call, CallSignal signal, long nowMillis, CallListener out) {
        if (signal.kind == CallSignal.Kind.UPDATED_ELSEWHERE) {
            update(call, signal, nowMillis, out);
            return;
        }
        closeIfPassed(call, signal.atMicros, nowMillis, out);
        Moment moment = new Moment(signal.atMicros, nowMillis);
        boolean opens = !call.isOpen();
        if (opens && !opening.bySignal(call, signal, moment)) {
            return;
        }
        CallFacts earlier = call.facts;
        if (opens && call.part == 0) {
            call.facts = new CallFacts();
            call.facts.merge(signal.facts);
            call.facts.merge(earlier);
        } else {
            call.facts.merge(signal.facts);
        }
        boolean paused = call.securePauses.isOpen();
        new Signals(call, moment).apply(signal);
        out.changed(call);
        if (!paused && call.securePauses.isOpen()) {
            legs.recall(call, moment.captureMicros, out);
        }
        closeIfComplete(call, nowMillis, out);
    }

    /** Closes the call if one of its limits has passed. Returns whether its memory may be dropped. */
    public boolean due(CallState call, long nowMillis, long quietSinceMillis, CallListener out) {
        if (!call.isOpen()) {
            return lifecycle.dueMillis(call.life, quietSinceMillis) <= nowMillis;
        }
        Closing closing = lifecycle.dueBy(call.life, nowMillis, quietSinceMillis);
        if (closing != null) {
            close(call, closing, nowMillis, out);
        }
        return false;
    }

    /** When to call {@link #due} next. */
    public long dueMillis(CallState call, long quietSinceMillis) {
        return lifecycle.dueMillis(call.life, quietSinceMillis);
    }

    /**
     * Other systems may know a call before its gateway speaks: what they say waits for it, and wins over its first record. What they
     * say of a closed call, a consent withdrawn perhaps, holds for its next part.
     */
    private static void update(CallState call, CallSignal signal, long nowMillis, CallListener out) {
        call.facts.merge(signal.facts);
        if (call.isOpen()) {
            out.changed(call);
        } else if (call.life.phase == CallPhase.ABSENT) {
            call.life.opened.arrivalMillis = nowMillis;
        }
    }

    /** Whether media opened the call; the end of a stream, like the end of a call, opens nothing. */
    private boolean opens(CallState call, MediaFrame frame, long nowMillis, CallListener out) {
        if (frame.kind == FrameKind.END_OF_STREAM) {
            return false;
        }
        Refusal refusal = opening.byMedia(call, frame, new Moment(frame.captureMicros, nowMillis));
        if (refusal == null) {
            out.changed(call);
        } else {
            out.refused(call, frame, refusal);
        }
        return refusal == null;
    }

    /** By capture time where media ended: the record that ends a stream may carry no time of its own. */
    private static void noteStreamsEnded(CallState call, long nowMillis) {
        if (!Legs.allEnded(call)) {
            call.life.streamsEnded = null;
        } else if (call.life.streamsEnded == null) {
            call.life.streamsEnded = new Moment(call.life.lastMedia.captureMicros, nowMillis);
        }
    }

    private void closeIfPassed(CallState call, long captureMicros, long nowMillis, CallListener out) {
        @Nullable Closing passed = call.isOpen() ? lifecycle.passedBy(call.life, captureMicros) : null;
        if (passed != null) {
            close(call, passed, nowMillis, out);
        }
    }

    private void closeIfComplete(CallState call, long nowMillis, CallListener out) {
        Moment ending = call.life.ending;
        if (ending != null && Legs.isComplete(call)) {
            var reason = call.life.aborted ? CloseReason.ABORTED : CloseReason.ENDED;
            close(call, new Closing(reason, ending.captureMicros), nowMillis, out);
        }
    }

    private void close(CallState call, Closing closing, long nowMillis, CallListener out) {
        legs.finish(call, out);
        out.closed(call, Ending.of(call, closing, nowMillis));
        Legs.forgetSpectra(call);
    }
}
