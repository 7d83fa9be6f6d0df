package io.undertone.udfs.enrolment;

/** What listening to a recording comes to: a voice that can be embedded, or a refusal. */
public sealed interface Hearing permits HeardVoice, EnrolmentRefusal {}
