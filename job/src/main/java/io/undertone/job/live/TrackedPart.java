package io.undertone.job.live;

import io.undertone.udfs.tracking.TrackedCall;

/** What is known of the speakers of a call's part, and its items that came before their turn. A POJO: keyed state. */
public class TrackedPart {
    public OrderState order = new OrderState();
    public TrackedCall call = new TrackedCall();

    public TrackedPart() {}
}
