package io.undertone.udfs.tracking;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.SpeakerClaim;
import io.undertone.udfs.tracking.ClaimedSpeaker.Standing;
import io.undertone.udfs.voices.EnrolledVoice;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The speakers whom a call names: who was asked about, and what came of it. */
final class Claims {
    private Claims() {}

    /** Takes over what the call's facts say now; returns those to ask about. */
    static List<ClaimedSpeaker> renew(TrackedCall call, long nowMillis) {
        List<ClaimedSpeaker> asked = new ArrayList<>();
        List<ClaimedSpeaker> renewed = new ArrayList<>();
        for (SpeakerClaim claim : all(call.facts)) {
            ClaimedSpeaker known = find(call.claims, claim);
            known = known == null ? of(claim) : known;
            if (!call.biometrics) {
                known.standing = Standing.NO_CONSENT;
                known.voiceprint = null;
            } else if (known.standing == Standing.NO_CONSENT) {
                known.standing = Standing.ASKED;
                known.askedMillis = nowMillis;
                asked.add(known);
            }
            renewed.add(known);
        }
        call.claims = renewed;
        return asked;
    }

    /** An answer came, in time or not. */
    static void answer(TrackedCall call, Voiceprint voiceprint, String model) {
        for (ClaimedSpeaker claim : call.claims) {
            if (claim.speakerId.equals(voiceprint.speakerId) && claim.standing != Standing.NO_CONSENT) {
                claim.answeredLate |= claim.standing == Standing.NO_ANSWER;
                boolean usable = voiceprint.embedding != null && voiceprint.model.equals(model);
                claim.standing = usable ? Standing.ENROLLED : Standing.NOT_ENROLLED;
                claim.voiceprint = usable ? voiceprint.embedding : null;
            }
        }
    }

    static void giveUp(TrackedCall call) {
        for (ClaimedSpeaker claim : call.claims) {
            claim.standing = claim.standing == Standing.ASKED ? Standing.NO_ANSWER : claim.standing;
        }
    }

    /** Voices that are known, of speakers who may be on any of the legs. */
    static List<EnrolledVoice> enrolled(TrackedCall call) {
        List<EnrolledVoice> voices = new ArrayList<>();
        for (ClaimedSpeaker claim : call.claims) {
            EnrolledVoice voice = enrolled(claim);
            if (voice != null) {
                voices.add(voice);
            }
        }
        return voices;
    }

    static @Nullable EnrolledVoice enrolled(ClaimedSpeaker claim) {
        return claim.voiceprint == null ? null : new EnrolledVoice(claim.speakerId, claim.role, claim.voiceprint);
    }

    /** Of all legs, in order of their ids. */
    private static List<SpeakerClaim> all(CallFacts facts) {
        var legs = new TreeSet<>(facts.parties.keySet());
        facts.claims.forEach(claim -> legs.add(claim.legId));
        List<SpeakerClaim> all = new ArrayList<>();
        legs.forEach(leg -> all.addAll(facts.claimsOn(leg)));
        return all;
    }

    private static @Nullable ClaimedSpeaker find(List<ClaimedSpeaker> known, SpeakerClaim claim) {
        for (ClaimedSpeaker speaker : known) {
            if (speaker.legId.equals(claim.legId)
                    && speaker.role == claim.role
                    && speaker.speakerId.equals(claim.speakerId)) {
                return speaker;
            }
        }
        return null;
    }

    private static ClaimedSpeaker of(SpeakerClaim claim) {
        var speaker = new ClaimedSpeaker();
        speaker.legId = claim.legId;
        speaker.role = claim.role;
        speaker.speakerId = claim.speakerId;
        return speaker;
    }
}
