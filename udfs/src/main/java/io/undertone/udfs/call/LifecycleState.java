package io.undertone.udfs.call;

import org.jspecify.annotations.Nullable;

/** What a call's deadlines are counted from. A POJO: keyed state. */
public class LifecycleState {
    public CallPhase phase = CallPhase.ABSENT;
    public Moment opened = new Moment();
    public Moment lastMedia = new Moment();
    /** Null when not on hold. */
    public @Nullable Moment onHold;
    /** Null while a stream goes on. */
    public @Nullable Moment streamsEnded;
    /** Null until ENDED or ABORTED was read. */
    public @Nullable Moment ending;

    public boolean aborted;
    /** Null until closed; its capture time is the call's end. */
    public @Nullable Moment closed;

    public @Nullable CloseReason closeReason;

    public LifecycleState() {}
}
