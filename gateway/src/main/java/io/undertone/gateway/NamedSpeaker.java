package io.undertone.gateway;

import io.undertone.schema.Role;
import io.undertone.schemas.CallKey;

/** Somebody who is said to be heard on a leg, as whom the job is to know them by their voice. */
public record NamedSpeaker(String legId, Role role, String speakerId) {
    public NamedSpeaker {
        CallKey.requirePlainId("speaker_id", speakerId);
    }

    /** Whether the leg is theirs alone; on a leg that several share, they are one of these. */
    boolean isAloneOn(LegRecording leg) {
        return isOn(leg) && leg.role() == role;
    }

    boolean isOn(LegRecording leg) {
        return leg.legId().equals(legId);
    }
}
