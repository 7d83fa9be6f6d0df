package io.undertone.local.report;

import org.jspecify.annotations.Nullable;

/** Whether a written leg is spoken by whom it names. */
public record VerificationReport(String speaker, @Nullable Double score, String verdict) {
    static VerificationReport of(LakeRow verification) {
        return new VerificationReport(
                verification.text("speaker_id"), verification.numberOrNull("score"), verification.text("verdict"));
    }
}
