package io.undertone.job.voices;

import io.undertone.udfs.enrolment.EnrolmentOutcome;

/** What became of an enrolment, and whose it was. */
public record EnrolmentResult(String tenantId, String speakerId, EnrolmentOutcome outcome) {
    public String key() {
        return tenantId + "|" + speakerId;
    }
}
