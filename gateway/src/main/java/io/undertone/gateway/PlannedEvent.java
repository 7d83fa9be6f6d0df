package io.undertone.gateway;

import io.undertone.schema.CallEventType;

/**
 * A call event to come.
 *
 * @param sentSample when the gateway sends it, samples of 8 kHz from the call's start
 * @param atSample the moment that it is about
 */
record PlannedEvent(long sentSample, CallEventType type, long atSample) {
    static PlannedEvent atOnce(CallEventType type, long atSample) {
        return new PlannedEvent(atSample, type, atSample);
    }
}
