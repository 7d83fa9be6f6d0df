package io.undertone.udfs.tracking;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.SpeakerLabel;
import org.jspecify.annotations.Nullable;

/**
 * Who a voice is, as far as known now.
 *
 * @param voice its number on the leg; 0 for nobody known
 * @param speakerId of the enrolled speaker whose voice it is
 * @param score cosine to that speaker's voiceprint
 */
public record SpeakerNow(
        SpeakerLabel label,
        Role role,
        RoleSource source,
        int voice,
        @Nullable String speakerId,
        @Nullable Double score) {}
