package io.undertone.udfs.tracking;

import io.undertone.udfs.call.CallFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of the speakers of one part of a call. A POJO: keyed state. */
public class TrackedCall {
    public CallFacts facts = new CallFacts();
    /** Whether voices may be compared, by consent and policy. */
    public boolean biometrics;
    /** Speakers whom the call names, bounded like its parties. */
    public List<ClaimedSpeaker> claims = new ArrayList<>();
    /** By leg id. */
    public Map<String, TrackedLeg> legs = new HashMap<>();

    public TrackedCall() {}

    /** Whether a voiceprint was asked for and nobody has answered, nor been given up on. */
    public boolean isWaiting() {
        for (ClaimedSpeaker claim : claims) {
            if (claim.standing == ClaimedSpeaker.Standing.ASKED) {
                return true;
            }
        }
        return false;
    }

    /** When the last question was sent that is still open, by the clock of the machine. */
    public long askedMillis() {
        long last = 0;
        for (ClaimedSpeaker claim : claims) {
            if (claim.standing == ClaimedSpeaker.Standing.ASKED) {
                last = Math.max(last, claim.askedMillis);
            }
        }
        return last;
    }

    TrackedLeg leg(String legId) {
        return legs.computeIfAbsent(legId, any -> new TrackedLeg());
    }
}
