package io.undertone.job.postcall;

import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.VoiceFacts;
import io.undertone.udfs.moods.WindowFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who spoke, as known when the call had ended. A voice may have turned out to be another one since an utterance of it was
 * published, or its role may have been found out: what the header says of a voice holds of all its utterances.
 */
final class Speakers {
    private final Map<String, LegSummary> legs = new HashMap<>();
    private final Set<String> mixed = new HashSet<>();

    /** Voices must not be told apart any more: what was known of them before the refusal is not written. */
    private final boolean refused;

    Speakers(EndedCallFacts ended) {
        refused = Boolean.FALSE.equals(ended.facts.biometricsConsent());
        long signals =
                ended.legs.stream().filter(leg -> leg.sameSignalAs == null).count();
        for (LegSummary leg : ended.legs) {
            legs.put(leg.legId, leg);
            boolean unknown = ended.facts.party(leg.legId).role == Role.UNKNOWN;
            if (unknown && (signals == 1 || distinctVoices(leg) > 1)) {
                mixed.add(leg.legId);
            }
            if (leg.sameSignalAs != null) {
                mixed.add(leg.legId);
                mixed.add(leg.sameSignalAs);
            }
        }
    }

    /** Whether several people are on the leg, so that a role belongs to a voice and not to the leg. */
    boolean isMixed(String legId) {
        return mixed.contains(legId);
    }

    /** Whether what is on the leg counts: what two legs carry is talk once. */
    boolean counts(String legId) {
        LegSummary leg = legs.get(legId);
        return leg == null || leg.sameSignalAs == null;
    }

    /** Whether the call refuses, or has withdrawn, that its voices are compared. */
    boolean refused() {
        return refused;
    }

    /** The voice that an utterance is of, as it stands now; null where voices were not compared. */
    @Nullable
    VoiceFacts voice(UtteranceFacts utterance) {
        LegSummary leg = legs.get(utterance.legId);
        return refused || leg == null || utterance.voice == 0 ? null : leg.voice(utterance.voice);
    }

    /**
     * Whether a window is of who says the utterance. On a leg of one participant everything is, but for voices that are known to
     * be two; on a shared one only what is known to be of one voice.
     */
    boolean isOneOf(WindowFacts window, UtteranceFacts utterance) {
        LegSummary leg = legs.get(window.legId);
        VoiceFacts said = voice(utterance);
        VoiceFacts felt = refused || leg == null || window.voice == 0 ? null : leg.voice(window.voice);
        return (said == null || felt == null) ? !isMixed(window.legId) : said.number == felt.number;
    }

    /** The voice that says what an utterance's role is; null where the utterance says so itself. */
    @Nullable
    VoiceFacts roleOf(UtteranceFacts utterance) {
        VoiceFacts voice = voice(utterance);
        // On a leg of one participant, a voice of which nothing is known does not undo what the gateway said.
        boolean silent = voice != null && voice.role == Role.UNKNOWN && !isMixed(utterance.legId);
        return silent ? null : voice;
    }

    Role role(UtteranceFacts utterance) {
        VoiceFacts voice = roleOf(utterance);
        return voice != null ? voice.role : isByVoice(utterance) ? Role.UNKNOWN : utterance.role;
    }

    RoleSource source(UtteranceFacts utterance) {
        VoiceFacts voice = roleOf(utterance);
        return voice != null ? voice.roleSource : isByVoice(utterance) ? RoleSource.UNKNOWN : utterance.roleSource;
    }

    private boolean isByVoice(UtteranceFacts utterance) {
        return refused && (utterance.roleSource == RoleSource.VOICEPRINT || utterance.roleSource == RoleSource.GUESSED);
    }

    private static long distinctVoices(LegSummary leg) {
        return leg.voices.stream().filter(voice -> voice.sameAs == voice.number).count();
    }
}
