package io.undertone.job.kafka;

import io.undertone.schema.Consent;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.ConsentFacts;

/** Consent across Kafka's edge. */
final class Consents {
    private Consents() {}

    static ConsentFacts read(Consent from) {
        var consent = new ConsentFacts();
        consent.recording = from.getRecording();
        consent.emotion = from.getEmotionAnalysis();
        consent.biometrics = from.getVoiceBiometrics();
        return consent;
    }

    /** What holds, whoever said it. */
    static Consent write(CallFacts from) {
        return new Consent(from.recordingConsent(), from.emotionConsent(), from.biometricsConsent());
    }
}
