package io.undertone.local.report;

import org.jspecify.annotations.Nullable;

/** One voice of a written leg. */
public record VoiceReport(
        int voice,
        int sameAs,
        String role,
        String roleSource,
        @Nullable String speakerId,
        @Nullable Double score,
        int windowCount,
        double talkS) {
    static VoiceReport of(LakeRow voice) {
        return new VoiceReport(
                voice.integer("voice"),
                voice.integer("same_as"),
                voice.text("role"),
                voice.text("role_source"),
                voice.textOrNull("speaker_id"),
                voice.numberOrNull("score"),
                voice.integer("window_count"),
                voice.number("talk_s"));
    }
}
