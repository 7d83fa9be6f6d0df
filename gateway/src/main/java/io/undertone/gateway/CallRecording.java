package io.undertone.gateway;

import io.undertone.schemas.CallKey;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A recorded call, ready to be told.
 *
 * @param holds where the recording itself is known to be on hold
 * @param notes what was repaired or converted on reading, in words
 */
public record CallRecording(
        String tenant, String callId, List<LegRecording> legs, List<Stretch> holds, List<String> notes) {
    public CallRecording {
        CallKey.of(tenant, callId);
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("call %s has no leg".formatted(callId));
        }
        legs = List.copyOf(legs);
        holds = List.copyOf(holds);
        notes = List.copyOf(notes);
    }

    /** The Kafka key of every record of this call. */
    byte[] key() {
        return CallKey.of(tenant, callId).getBytes(StandardCharsets.UTF_8);
    }

    /** Samples of the longest leg. */
    public long lengthSamples() {
        return legs.stream().mapToLong(leg -> leg.samples().length).max().orElseThrow();
    }

    /** The same call under another id; the samples are shared. */
    public CallRecording renamed(String newCallId) {
        return new CallRecording(tenant, newCallId, legs, holds, notes);
    }
}
