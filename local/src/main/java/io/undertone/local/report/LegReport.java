package io.undertone.local.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One leg of a written call. */
public record LegReport(
        String legId,
        String role,
        String roleSource,
        int utteranceCount,
        double talkS,
        @Nullable Double loudnessLufs,
        @Nullable Map<String, @Nullable Object> audioProperties,
        @Nullable VerificationReport verification,
        @Nullable String sameSignalAs,
        List<VoiceReport> voices) {
    static LegReport of(LakeRow leg) {
        return new LegReport(
                leg.text("leg_id"),
                leg.text("role"),
                leg.text("role_source"),
                leg.integer("utterance_count"),
                leg.number("talk_s"),
                leg.numberOrNull("loudness_lufs"),
                leg.struct("audio_properties"),
                verification(leg),
                leg.textOrNull("same_signal_as"),
                leg.rowsOrNone("voices").stream().map(VoiceReport::of).toList());
    }

    private static @Nullable VerificationReport verification(LakeRow leg) {
        LakeRow verification = leg.rowOrNull("verification");
        return verification == null ? null : VerificationReport.of(verification);
    }
}
