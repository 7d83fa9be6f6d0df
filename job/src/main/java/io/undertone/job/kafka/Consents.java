package io.undertone.job.kafka;

import io.undertone.schema.Consent;
import io.undertone.udfs.call.CallFacts;

/** Consent across Kafka's edge. */
final class Consents {
    private Consents() {}

    static void read(Consent from, CallFacts into) {
        into.recordingConsent = from.getRecording();
        into.emotionConsent = from.getEmotionAnalysis();
        into.biometricsConsent = from.getVoiceBiometrics();
    }

    static Consent write(CallFacts from) {
        return new Consent(from.recordingConsent, from.emotionConsent, from.biometricsConsent);
    }
}
