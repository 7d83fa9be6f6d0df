package io.undertone.udfs.enrolment;

import org.jspecify.annotations.Nullable;

/** Who hears of what becomes of a speaker's voice. */
public interface VoiceListener {
    /** What everybody is to know from now on; null to forget it, as of {@code atMillis}. */
    void voiceprint(@Nullable Voiceprint voiceprint, long atMillis);

    void result(EnrolmentOutcome outcome);

    /** The voiceprint is null unless it is FOUND. */
    void answer(AskingCall call, VoiceStatus status, @Nullable Voiceprint voiceprint);
}
