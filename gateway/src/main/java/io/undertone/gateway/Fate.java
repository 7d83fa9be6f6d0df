package io.undertone.gateway;

/** What becomes of a record on its way. Only media meets with faults. */
public enum Fate {
    /** Not media: sent as it is. */
    CONTROL,
    /** Media that is sent as it is. */
    MEDIA,
    /** Media that is not sent. */
    LOST,
    /** The second copy of media that was sent already. */
    DUPLICATE,
    /** Media that is sent up to three records later than it should be. */
    REORDERED,
    /** Media that is sent broken: no reader can make sense of it. */
    CORRUPTED
}
