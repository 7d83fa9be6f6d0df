package io.undertone.udfs.enrolment;

import io.undertone.udfs.enrolment.EnrolmentRefusal.Reason;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a recording before it is decoded. */
final class EnrolmentCheck {
    private EnrolmentCheck() {}

    static @Nullable EnrolmentRefusal problem(EnrolmentOffer offer) {
        if (offer.encoding == null) {
            return new EnrolmentRefusal(
                    Reason.UNSUPPORTED_CODEC,
                    "codec is %s; the job decodes PCMU, PCMA, L16_LE and L16_BE".formatted(offer.codec));
        }
        if (offer.sampleRateHz != 8_000 && offer.sampleRateHz != 16_000) {
            return new EnrolmentRefusal(
                    Reason.UNSUPPORTED_RATE,
                    "sample_rate_hz is %d; the job takes 8000 and 16000".formatted(offer.sampleRateHz));
        }
        int bytesPerSample = offer.encoding.bytesPerSample();
        if (offer.audio.length == 0 || offer.audio.length % bytesPerSample != 0) {
            return new EnrolmentRefusal(
                    Reason.WRONG_LENGTH,
                    "audio has %d bytes; a sample of %s takes %d"
                            .formatted(offer.audio.length, offer.encoding, bytesPerSample));
        }
        long samples = offer.audio.length / bytesPerSample;
        if (samples > (long) EnrolmentRules.LONGEST_SECONDS * offer.sampleRateHz) {
            return new EnrolmentRefusal(
                    Reason.TOO_LONG,
                    "the recording lasts %.1f s; at most %d s are taken"
                            .formatted((double) samples / offer.sampleRateHz, EnrolmentRules.LONGEST_SECONDS));
        }
        return null;
    }
}
