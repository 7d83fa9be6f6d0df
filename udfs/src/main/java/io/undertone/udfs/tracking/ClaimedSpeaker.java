package io.undertone.udfs.tracking;

import io.undertone.udfs.call.Role;
import org.jspecify.annotations.Nullable;

/** A speaker whom a call names, and what is known of the voice. A POJO: keyed state. */
public class ClaimedSpeaker {
    /** What came of the question for the voiceprint. */
    public enum Standing {
        ASKED,
        ENROLLED,
        NOT_ENROLLED,
        /** Nobody answered in time; a late answer still counts from when it comes. */
        NO_ANSWER,
        /** Nobody was asked. */
        NO_CONSENT
    }

    public String speakerId = "";
    /** The leg that names the speaker. */
    public String legId = "";

    public Role role = Role.UNKNOWN;
    public Standing standing = Standing.NO_CONSENT;
    /** When the question was sent, by the clock of the machine. */
    public long askedMillis;
    /** Unit length; null without a voiceprint. */
    public float @Nullable [] voiceprint;

    /** The call had stopped waiting when the voiceprint came. */
    public boolean answeredLate;

    public ClaimedSpeaker() {}
}
