package io.undertone.udfs.voices;

import io.undertone.udfs.call.Role;

/** A voiceprint that was found for a speaker whom the call names. A POJO: keyed state. */
public class EnrolledVoice {
    public String speakerId = "";
    /** What the call says the speaker is. */
    public Role role = Role.UNKNOWN;

    public float[] embedding = {};

    public EnrolledVoice() {}

    public EnrolledVoice(String speakerId, Role role, float[] embedding) {
        this.speakerId = speakerId;
        this.role = role;
        this.embedding = embedding;
    }
}
