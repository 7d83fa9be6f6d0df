package io.undertone.udfs.enrolment;

import org.jspecify.annotations.Nullable;

/** What became of an enrolment, in the terms of whoever handed it in. What is null is not known. */
public record EnrolmentOutcome(
        @Nullable String enrollmentId,
        Status status,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String name,
        @Nullable Double speechSeconds,
        @Nullable Double lufs,
        @Nullable Double meanAbsolute,
        @Nullable String modelId,
        @Nullable String modelVersion,
        int enrollments,
        long atMillis) {
    /** As in the contract. */
    public enum Status {
        ENROLLED,
        REFUSED,
        FORGOTTEN
    }

    /** A recording that was not even embedded. */
    public static EnrolmentOutcome refused(EnrolmentOffer offer, EnrolmentRefusal why, long atMillis) {
        return new EnrolmentOutcome(
                offer.enrollmentId,
                Status.REFUSED,
                why.reason().name(),
                why.detail(),
                offer.name,
                null,
                null,
                null,
                null,
                null,
                0,
                atMillis);
    }

    static EnrolmentOutcome enrolled(Enrolment enrolment, Voiceprint into) {
        return of(enrolment, Status.ENROLLED, null, null, into.enrollments);
    }

    static EnrolmentOutcome refused(Enrolment enrolment, EnrolmentRefusal why, int enrollments) {
        return of(enrolment, Status.REFUSED, why.reason().name(), why.detail(), enrollments);
    }

    /** An enrolment that came from before its speaker was forgotten. */
    static EnrolmentOutcome outlived(Enrolment enrolment) {
        return of(
                enrolment,
                Status.FORGOTTEN,
                "FORGOTTEN",
                "the speaker was forgotten after this was recorded; enrol anew",
                0);
    }

    static EnrolmentOutcome forgotten(Voiceprint voiceprint, long atMillis) {
        return new EnrolmentOutcome(
                null, Status.FORGOTTEN, null, null, voiceprint.name, null, null, null, null, null, 0, atMillis);
    }

    private static EnrolmentOutcome of(
            Enrolment enrolment, Status status, @Nullable String reason, @Nullable String detail, int enrollments) {
        return new EnrolmentOutcome(
                enrolment.enrollmentId,
                status,
                reason,
                detail,
                enrolment.name,
                enrolment.speechSeconds,
                enrolment.lufs,
                enrolment.meanAbsolute,
                enrolment.modelId,
                enrolment.modelVersion,
                enrollments,
                enrolment.atMillis);
    }
}
