package io.undertone.udfs.tracking;

import io.undertone.udfs.call.VerificationFacts;
import io.undertone.udfs.call.VerificationFacts.Verdict;
import io.undertone.udfs.call.VoiceFacts;
import io.undertone.udfs.voices.EnrolledVoice;
import io.undertone.udfs.voices.LegVoices;
import io.undertone.udfs.voices.Verification;
import io.undertone.udfs.voices.VoiceSettings;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What becomes of the claims of a call's legs: who was who they were said to be. */
final class LegVerdicts {
    private final double high;
    private final Verification verification;

    LegVerdicts(VoiceSettings settings) {
        this.high = settings.high();
        this.verification = new Verification(settings);
    }

    /** On the first claim of a leg; null where it names nobody. */
    @Nullable
    VerificationFacts of(TrackedCall call, String legId) {
        for (ClaimedSpeaker claim : call.claims) {
            if (claim.legId.equals(legId)) {
                VerificationFacts facts = of(call.leg(legId), claim);
                facts.answeredLate = claim.answeredLate;
                return facts;
            }
        }
        return null;
    }

    /** Why the roles of separate legs seem to be the wrong way round; null where they do not. */
    @Nullable
    String mismatch(TrackedCall call) {
        Map<String, LegVoices> separate = new TreeMap<>();
        call.legs.forEach((legId, leg) -> {
            if (!leg.shared) {
                separate.put(legId, leg.voices);
            }
        });
        for (ClaimedSpeaker claim : call.claims) {
            EnrolledVoice claimed = Claims.enrolled(claim);
            String evidence = claimed == null ? null : verification.mismatch(claim.legId, claimed, separate);
            if (evidence != null) {
                return evidence;
            }
        }
        return null;
    }

    /** To three decimals, as every score that is handed on. */
    static @Nullable Double rounded(@Nullable Double score) {
        return score == null ? null : Math.round(score * 1_000) / 1_000.0;
    }

    private VerificationFacts of(TrackedLeg leg, ClaimedSpeaker claim) {
        EnrolledVoice claimed = Claims.enrolled(claim);
        if (claimed != null) {
            VerificationFacts facts = leg.shared ? ofShared(leg, claimed) : verification.of(leg.voices, claimed);
            facts.score = rounded(facts.score);
            return facts;
        }
        var facts = new VerificationFacts();
        facts.speakerId = claim.speakerId;
        facts.verdict = switch (claim.standing) {
            case NO_CONSENT -> Verdict.NO_CONSENT;
            case ASKED, NO_ANSWER -> Verdict.NO_ANSWER;
            case ENROLLED, NOT_ENROLLED -> Verdict.NOT_ENROLLED;
        };
        return facts;
    }

    /** Of several people on a leg one has to be the claimed one. */
    private VerificationFacts ofShared(TrackedLeg leg, EnrolledVoice claimed) {
        var facts = new VerificationFacts();
        facts.speakerId = claimed.speakerId;
        facts.verdict = leg.known.isEmpty() ? Verdict.UNSURE : Verdict.REJECTED;
        for (VoiceFacts voice : leg.known) {
            if (claimed.speakerId.equals(voice.speakerId) && voice.score != null) {
                facts.score = voice.score;
                facts.verdict = voice.score >= high ? Verdict.VERIFIED : Verdict.UNSURE;
            }
        }
        return facts;
    }
}
