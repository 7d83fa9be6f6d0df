package io.undertone.udfs.enrolment;

import io.undertone.udfs.call.CallId;

/** A part of a call that has asked for a voice, and when by Kafka's time. A POJO: keyed state. */
public class AskingCall {
    public CallId id = new CallId();
    public long askedMillis;

    public AskingCall() {}

    public AskingCall(CallId id, long askedMillis) {
        this.id = id;
        this.askedMillis = askedMillis;
    }

    boolean isSame(AskingCall other) {
        return id.key().equals(other.id.key()) && id.partKey().equals(other.id.partKey());
    }
}
