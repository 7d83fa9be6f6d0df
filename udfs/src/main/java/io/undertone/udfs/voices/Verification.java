package io.undertone.udfs.voices;

import io.undertone.udfs.call.VerificationFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares legs of one participant with the voiceprint of whom they name. */
public final class Verification {
    private final VoiceSettings settings;

    public Verification(VoiceSettings settings) {
        this.settings = settings;
    }

    /** Whether the voice that speaks most on the leg is the claimed one. Without any: unsure, and no score. */
    public VerificationFacts of(LegVoices leg, EnrolledVoice claimed) {
        var facts = new VerificationFacts();
        facts.speakerId = claimed.speakerId;
        facts.score = score(leg, claimed);
        if (facts.score != null) {
            facts.verdict = facts.score >= settings.high()
                    ? VerificationFacts.Verdict.VERIFIED
                    : facts.score < settings.low()
                            ? VerificationFacts.Verdict.REJECTED
                            : VerificationFacts.Verdict.UNSURE;
        }
        return facts;
    }

    /**
     * Evidence in words that the claimed speaker is on another leg than the one that names them; null if there is none.
     *
     * @param legs of the call, by id
     */
    public @Nullable String mismatch(String claimedLeg, EnrolledVoice claimed, Map<String, LegVoices> legs) {
        LegVoices own = legs.get(claimedLeg);
        Double here = own == null ? null : score(own, claimed);
        if (here == null || here >= settings.low()) {
            return null;
        }
        String best = null;
        double most = settings.high();
        for (Map.Entry<String, LegVoices> leg : new TreeMap<>(legs).entrySet()) {
            Double there = leg.getKey().equals(claimedLeg) ? null : score(leg.getValue(), claimed);
            if (there != null && there >= most) {
                best = leg.getKey();
                most = there;
            }
        }
        return best == null
                ? null
                : String.format(
                        Locale.ROOT,
                        "voice of %s on leg %s %.2f, on leg %s %.2f",
                        claimed.speakerId,
                        best,
                        most,
                        claimedLeg,
                        here);
    }

    private static @Nullable Double score(LegVoices leg, EnrolledVoice claimed) {
        List<HeardSpeaker> speakers = VoiceGroups.of(leg);
        return speakers.isEmpty() ? null : speakers.get(0).likeness(claimed.embedding);
    }
}
