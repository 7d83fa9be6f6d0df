package io.undertone.local.live;

import java.time.Instant;

/** One part of one call, told from all others. */
public record CallPart(String tenantId, String callId, Instant start, int part) {
    /** The call's id, and the part where there is more than one. */
    public String shown() {
        return part == 0 ? callId : callId + ", part " + part;
    }
}
