package io.undertone.job.live;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.call.CallId;

/** A call asks for the voiceprint of a speaker whom it names. Keyed, unlike all else here, by the speaker. */
public record VoiceprintQuestion(CallId id, String legId, String speakerId) implements Keyed {
    @Override
    public String key() {
        return id.tenantId + "|" + speakerId;
    }
}
