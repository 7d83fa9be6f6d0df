package io.undertone.job.voices;

import io.undertone.udfs.enrolment.Voiceprint;
import org.jspecify.annotations.Nullable;

/** What a speaker is known by from now on. Null: by nothing, as of {@code atMillis}. */
public record KeptVoice(
        String tenantId, String speakerId, @Nullable Voiceprint voiceprint, long atMillis) {
    public String key() {
        return tenantId + "|" + speakerId;
    }
}
