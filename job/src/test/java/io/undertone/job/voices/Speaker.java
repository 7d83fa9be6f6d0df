package io.undertone.job.voices;

import io.undertone.job.runtime.CallHarness;
import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.enrolment.AskingCall;
import io.undertone.udfs.enrolment.Enrolment;
import io.undertone.udfs.enrolment.EnrolmentOffer;
import io.undertone.udfs.enrolment.Voiceprint;
import org.jspecify.annotations.Nullable;

/** What comes about one speaker. */
record Speaker(String id) {
    static final float[] EMBEDDING = {0.6f, 0.8f};

    VoiceRecord enrolment(String enrollmentId, long atMillis) {
        var enrolment = new Enrolment();
        enrolment.enrollmentId = enrollmentId;
        enrolment.atMillis = atMillis;
        enrolment.speechSeconds = 4;
        enrolment.modelId = "m";
        enrolment.modelVersion = "1";
        enrolment.embedding = EMBEDDING;
        VoiceRecord record = record(atMillis);
        record.enrolment = enrolment;
        return record;
    }

    VoiceRecord request(String callId, long atMillis) {
        VoiceRecord record = record(atMillis);
        record.asking = new AskingCall(new CallId("acme", callId, 1_000_000, 0), atMillis);
        return record;
    }

    VoiceRecord tombstone(long atMillis) {
        VoiceRecord record = record(atMillis);
        record.tombstone = true;
        return record;
    }

    VoiceRecord published(Voiceprint voiceprint, long atMillis) {
        VoiceRecord record = record(atMillis);
        record.voiceprint = voiceprint;
        return record;
    }

    VoiceRecord offer(String enrollmentId, @Nullable Boolean consent, short[] samples) {
        var offer = new EnrolmentOffer();
        offer.enrollmentId = enrollmentId;
        offer.name = "Ann";
        offer.consent = consent;
        offer.encoding = Encoding.PCMA;
        offer.codec = "PCMA";
        offer.sampleRateHz = 8_000;
        offer.audio = new byte[samples.length];
        Encoding.PCMA.encode(samples, 0, samples.length, offer.audio, 0);
        VoiceRecord record = record(CallHarness.START_MILLIS);
        record.offer = offer;
        return record;
    }

    private VoiceRecord record(long atMillis) {
        var record = new VoiceRecord();
        record.tenantId = "acme";
        record.speakerId = id;
        record.origin = new RecordOrigin("topic", 0, 17, atMillis, 100);
        return record;
    }
}
