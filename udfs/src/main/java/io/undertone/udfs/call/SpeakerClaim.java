package io.undertone.udfs.call;

/** Somebody who is said to be heard on a leg. A POJO: keyed state. */
public class SpeakerClaim {
    public String legId = "";
    /** What they are in the call. */
    public Role role = Role.UNKNOWN;
    /** Whose voiceprint is asked for. */
    public String speakerId = "";

    public SpeakerClaim() {}

    public SpeakerClaim(String legId, Role role, String speakerId) {
        this.legId = legId;
        this.role = role;
        this.speakerId = speakerId;
    }

    /** Whether both speak of the same participant: a later word replaces the earlier one. */
    boolean isAboutSameAs(SpeakerClaim other) {
        return legId.equals(other.legId) && role == other.role;
    }
}
