package io.undertone.gateway;

import io.undertone.schema.Direction;
import io.undertone.schemas.CallKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A recorded call, ready to be told.
 *
 * @param direction UNKNOWN where nobody knows
 * @param speakers who are said to be heard
 * @param holds where the recording itself is known to be on hold
 * @param notes what was repaired or converted on reading, in words
 */
public record CallRecording(
        String tenant,
        String callId,
        Direction direction,
        List<LegRecording> legs,
        List<NamedSpeaker> speakers,
        List<Stretch> holds,
        List<String> notes) {
    public CallRecording {
        CallKey.of(tenant, callId);
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("call %s has no leg".formatted(callId));
        }
        for (NamedSpeaker speaker : speakers) {
            if (legs.stream().noneMatch(speaker::isOn)) {
                throw new IllegalArgumentException(
                        "call %s has no leg %s for speaker %s".formatted(callId, speaker.legId(), speaker.speakerId()));
            }
        }
        legs = List.copyOf(legs);
        speakers = List.copyOf(speakers);
        holds = List.copyOf(holds);
        notes = List.copyOf(notes);
    }

    /** Inbound, and nobody in it is named. */
    public CallRecording(
            String tenant, String callId, List<LegRecording> legs, List<Stretch> holds, List<String> notes) {
        this(tenant, callId, Direction.INBOUND, legs, List.of(), holds, notes);
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
        return new CallRecording(tenant, newCallId, direction, legs, speakers, holds, notes);
    }

    /** The same call with somebody said to be heard on one of its legs; the samples are shared. */
    public CallRecording naming(NamedSpeaker speaker) {
        var all = new ArrayList<>(speakers);
        all.add(speaker);
        return new CallRecording(tenant, callId, direction, legs, all, holds, notes);
    }
}
