package io.undertone.udfs.call;

/** What a media record says about its stretch of a stream. */
public enum FrameKind {
    MEDIA,
    /** Discontinuous transmission or comfort noise: nobody speaks, nothing is missing. */
    SILENCE,
    /** The gateway knows that this stretch is missing. */
    LOST,
    /** Hold, mute or secure pause: nothing was sent on purpose. */
    PAUSED,
    END_OF_STREAM,
    /** A record that was refused and still takes its place in the order. */
    REFUSED
}
