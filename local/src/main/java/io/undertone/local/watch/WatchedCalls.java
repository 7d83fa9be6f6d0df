package io.undertone.local.watch;

import io.undertone.local.live.CallPart;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are watched.
 *
 * @param tenant whose; null for everybody's
 * @param callId of one call; null for all
 */
record WatchedCalls(@Nullable String tenant, @Nullable String callId) {
    boolean contain(CallPart call) {
        return (tenant == null || tenant.equals(call.tenantId())) && (callId == null || callId.equals(call.callId()));
    }
}
