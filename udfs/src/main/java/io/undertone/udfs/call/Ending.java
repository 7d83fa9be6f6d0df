package io.undertone.udfs.call;

import io.undertone.udfs.call.CallLifecycle.Closing;

/** Turns an open call into a closed one, once its media is out. */
final class Ending {
    private Ending() {}

    static CallHeader of(CallState call, Closing closing, long nowMillis) {
        long end = 0;
        for (LegState leg : call.legs.values()) {
            end = Math.max(end, leg.end);
        }
        boolean timed = closing.reason() != CloseReason.NO_MEDIA && closing.reason() != CloseReason.STREAMS_ENDED;
        if (timed && call.life.ending != null) {
            end = Math.max(end, call.position(call.life.ending.captureMicros));
        } else if (timed) {
            end = Math.max(end, call.position(closing.atMicros()));
        }
        long endMicros = call.micros(end);
        call.holds.close(endMicros);
        call.life.phase = CallPhase.CLOSED;
        call.life.closed = new Moment(endMicros, nowMillis);
        call.life.closeReason = closing.reason();
        call.life.onHold = null;
        return new CallHeader(closing.reason(), end);
    }
}
