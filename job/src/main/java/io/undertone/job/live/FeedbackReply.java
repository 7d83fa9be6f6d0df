package io.undertone.job.live;

import io.undertone.job.runtime.ReadRecord;
import io.undertone.udfs.call.CallId;

/** One record of {@code alert-feedback}, or what was wrong with it. A POJO. */
public class FeedbackReply extends ReadRecord {
    public CallId id = new CallId();
    public AlertAnswer answer = new AlertAnswer();

    public FeedbackReply() {}

    @Override
    public String key() {
        return id.key();
    }

    /** As an item of the call that the alert is about. */
    CallProduct product() {
        return CallProduct.answer(id, origin, answer);
    }
}
