package io.undertone.job.voices;

import io.undertone.udfs.call.CallId;
import io.undertone.udfs.enrolment.VoiceStatus;
import io.undertone.udfs.enrolment.Voiceprint;
import org.jspecify.annotations.Nullable;

/** What a call that asked for a speaker's voice is told. */
public record VoiceAnswer(
        CallId id,
        String speakerId,
        VoiceStatus status,
        @Nullable Voiceprint voiceprint) {}
