package io.undertone.udfs.call;

/** Where a call is in its life. Hold and secure pause lie over ACTIVE and are kept apart. */
public enum CallPhase {
    /** Nothing has opened it; updates of other systems may have come before the gateway's first record. */
    ABSENT,
    ACTIVE,
    /** Its end was announced; media may still come. */
    ENDING,
    /** Over; remembered for a while so that late records are known as such. */
    CLOSED
}
