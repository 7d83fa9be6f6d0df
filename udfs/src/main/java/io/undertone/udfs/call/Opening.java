package io.undertone.udfs.call;

import io.undertone.udfs.call.Refusal.Reason;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** Decides whether a record opens a call, its next part, or nothing. */
final class Opening {
    private final long reopenMillis;

    Opening(long reopenMillis) {
        this.reopenMillis = reopenMillis;
    }

    /** Opens a call or its next part by media alone; returns why not, or null. */
    @Nullable
    Refusal byMedia(CallState call, MediaFrame frame, Moment moment) {
        Moment closed = call.life.closed;
        if (closed != null && frame.captureMicros <= closed.captureMicros + reopenMillis * 1_000) {
            boolean after = frame.captureMicros >= closed.captureMicros;
            if (!after || !isTimeOut(call)) {
                return new Refusal(
                        Reason.AFTER_CLOSE,
                        "the call was closed (%s); captured %.1f s after its end"
                                .formatted(call.life.closeReason, (frame.captureMicros - closed.captureMicros) / 1e6));
            }
            nextPart(call, moment);
            return null;
        }
        Refusal problem = outOfTime(frame);
        if (problem == null) {
            fresh(call, moment, false);
        }
        return problem;
    }

    private @Nullable Refusal outOfTime(MediaFrame frame) {
        long ageMillis = frame.origin.recordMillis - frame.captureMicros / 1_000;
        if (ageMillis > reopenMillis) {
            return new Refusal(
                    Reason.TOO_OLD_TO_OPEN,
                    "captured %d s before it was published, and no STARTED opened the call; media alone opens within %d s"
                            .formatted(ageMillis / 1_000, reopenMillis / 1_000));
        }
        return FrameCheck.aheadOfItsRecord(frame);
    }

    /** Whether the signal opens a call that is not open, or its next part. */
    boolean bySignal(CallState call, CallSignal signal, Moment moment) {
        boolean start = signal.kind == CallSignal.Kind.STARTED;
        boolean end = signal.kind == CallSignal.Kind.ENDED || signal.kind == CallSignal.Kind.ABORTED;
        Moment closed = call.life.closed;
        if (end || (closed != null && moment.captureMicros <= closed.captureMicros)) {
            return false;
        }
        if (start || closed == null || !goesOn(closed, moment)) {
            fresh(call, moment, start);
            return true;
        }
        if (isTimeOut(call)) {
            nextPart(call, moment);
            return true;
        }
        return false;
    }

    private boolean goesOn(Moment closed, Moment moment) {
        return moment.captureMicros - closed.captureMicros <= reopenMillis * 1_000;
    }

    private static boolean isTimeOut(CallState call) {
        return call.life.closeReason != null && call.life.closeReason.isTimeOut();
    }

    private static void fresh(CallState call, Moment moment, boolean fromStart) {
        if (call.life.closed != null) {
            call.facts = new CallFacts();
        }
        call.legs = new HashMap<>();
        call.securePauses = new IntervalLog();
        call.part = 0;
        call.seenFromStart = fromStart;
        begin(call, moment);
    }

    /** Facts, secure pauses and the streams' sequences go on; timeline, counts and deadlines start anew. */
    private static void nextPart(CallState call, Moment moment) {
        for (LegState leg : call.legs.values()) {
            leg.beginPart();
        }
        call.part++;
        begin(call, moment);
    }

    private static void begin(CallState call, Moment moment) {
        call.startMicros = moment.captureMicros;
        call.life = new LifecycleState();
        call.life.phase = CallPhase.ACTIVE;
        call.life.opened = moment;
        call.life.lastMedia = new Moment(moment.captureMicros, moment.arrivalMillis);
        call.counts = new FrameCounts();
        call.holds = new IntervalLog();
        call.redactions = new IntervalLog();
        call.lastSequences = new HashMap<>();
        call.gatewayEndReason = null;
    }
}
