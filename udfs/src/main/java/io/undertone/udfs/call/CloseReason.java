package io.undertone.udfs.call;

/** Why a call was closed. */
public enum CloseReason {
    ENDED(false),
    ABORTED(false),
    NO_MEDIA(true),
    STREAMS_ENDED(true),
    HOLD_LIMIT(true),
    CALL_LIMIT(true);

    private final boolean timeOut;

    CloseReason(boolean timeOut) {
        this.timeOut = timeOut;
    }

    /** Whether nobody said that the call was over, so that it may go on as the next part. */
    public boolean isTimeOut() {
        return timeOut;
    }
}
