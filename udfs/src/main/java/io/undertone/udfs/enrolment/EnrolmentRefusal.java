package io.undertone.udfs.enrolment;

/** Why a recording makes no voiceprint: a code, and in words what was found and what was expected. */
public record EnrolmentRefusal(Reason reason, String detail) implements Hearing {
    /** Codes as they stand in results and dead letters. */
    public enum Reason {
        NO_CONSENT,
        UNSUPPORTED_CODEC,
        UNSUPPORTED_RATE,
        WRONG_LENGTH,
        TOO_LONG,
        SILENT,
        TOO_LITTLE_SPEECH,
        CLIPPED,
        NOT_EMBEDDED
    }

    /** The speaker has not agreed to be known by voice. */
    public static EnrolmentRefusal withoutConsent(boolean refused) {
        return new EnrolmentRefusal(
                Reason.NO_CONSENT,
                refused
                        ? "consent_biometrics is false"
                        : "nobody said whether the speaker consents, and privacy.consent.voice_biometrics is required");
    }

    /** The model gave no embedding, or one that points nowhere. */
    static EnrolmentRefusal notEmbedded(Enrolment enrolment) {
        return new EnrolmentRefusal(
                Reason.NOT_EMBEDDED,
                "model %s gave no embedding of %.1f s of speech: %s"
                        .formatted(
                                enrolment.modelId,
                                enrolment.speechSeconds,
                                enrolment.failure == null ? "its length is zero or not finite" : enrolment.failure));
    }
}
