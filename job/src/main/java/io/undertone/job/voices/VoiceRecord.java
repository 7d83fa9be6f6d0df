package io.undertone.job.voices;

import io.undertone.job.runtime.ReadRecord;
import io.undertone.udfs.enrolment.AskingCall;
import io.undertone.udfs.enrolment.Enrolment;
import io.undertone.udfs.enrolment.EnrolmentOffer;
import io.undertone.udfs.enrolment.Voiceprint;
import org.jspecify.annotations.Nullable;

/**
 * One record about one speaker, or what was wrong with it: a recording offered, later heard and embedded; a call that asks; a
 * voiceprint; a tombstone. A POJO: while a model is asked about it, it is written to checkpoints.
 */
public class VoiceRecord extends ReadRecord {
    public String tenantId = "";
    public String speakerId = "";
    public @Nullable EnrolmentOffer offer;
    public @Nullable Enrolment enrolment;
    public @Nullable AskingCall asking;
    public @Nullable Voiceprint voiceprint;
    /** A record without value: the speaker is to be forgotten. */
    public boolean tombstone;

    public VoiceRecord() {}

    /** The same record, whose recording was heard. */
    static VoiceRecord heard(VoiceRecord offered, Enrolment enrolment) {
        var heard = new VoiceRecord();
        heard.origin = offered.origin;
        heard.tenantId = offered.tenantId;
        heard.speakerId = offered.speakerId;
        heard.enrolment = enrolment;
        return heard;
    }

    /** All that is about a speaker meets where this says. */
    @Override
    public String key() {
        return tenantId + "|" + speakerId;
    }
}
