package io.undertone.local.watch;

import io.undertone.local.live.CallTimeline;

/**
 * A call that is shown.
 *
 * @param quietMillis since it was last heard of
 */
record OpenCall(CallTimeline timeline, long quietMillis) {
    boolean hasEnded() {
        return timeline.end() != null;
    }
}
