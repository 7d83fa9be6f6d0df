package io.undertone.udfs.call;

/**
 * What each kind of control record does to an open call. A repeat does nothing, however late it comes: an old announcement neither
 * reopens a pause that was answered nor ends one that began after it.
 */
final class Signals {
    private final CallState call;
    private final Moment moment;

    Signals(CallState call, Moment moment) {
        this.call = call;
        this.moment = moment;
    }

    void apply(CallSignal signal) {
        switch (signal.kind) {
            case HOLD -> hold();
            case RESUMED -> resume();
            case SECURE_PAUSE -> call.securePauses.open(moment.captureMicros);
            case SECURE_RESUME -> call.securePauses.answer(moment.captureMicros);
            case ENDED, ABORTED -> end(signal);
            case STARTED, CHANGED, UPDATED_ELSEWHERE -> {
                /* Facts only, and these are merged. */
            }
        }
    }

    private void hold() {
        if (call.holds.open(moment.captureMicros)) {
            call.life.onHold = moment;
        }
    }

    private void resume() {
        if (call.life.onHold != null && !call.holds.answer(moment.captureMicros)) {
            return;
        }
        call.life.onHold = null;
        call.life.lastMedia.advance(moment.captureMicros, moment.arrivalMillis);
    }

    private void end(CallSignal signal) {
        if (call.life.ending != null) {
            return;
        }
        call.life.phase = CallPhase.ENDING;
        call.life.ending = moment;
        call.life.aborted = signal.kind == CallSignal.Kind.ABORTED;
        call.gatewayEndReason = signal.endReason;
        signal.lastSequences.entrySet().stream()
                .filter(last -> !Legs.isSuperseded(call, last.getKey()))
                .limit(CallFacts.MOST_LEGS)
                .forEach(last -> call.lastSequences.put(last.getKey(), last.getValue()));
    }
}
