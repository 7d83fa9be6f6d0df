package io.undertone.udfs.call;

/** What each kind of control record does to an open call. */
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
            case SECURE_RESUME -> call.securePauses.close(moment.captureMicros);
            case ENDED, ABORTED -> end(signal);
            case STARTED, CHANGED, UPDATED_ELSEWHERE -> {
                /* Facts only, and these are merged. */
            }
        }
    }

    private void hold() {
        if (call.life.onHold == null) {
            call.life.onHold = moment;
            call.holds.open(moment.captureMicros);
        }
    }

    private void resume() {
        call.life.onHold = null;
        call.holds.close(moment.captureMicros);
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
