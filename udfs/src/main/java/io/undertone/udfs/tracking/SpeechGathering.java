package io.undertone.udfs.tracking;

import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.moods.MoodRights;
import io.undertone.udfs.moods.MoodWindows;
import io.undertone.udfs.moods.SpeechBlock;
import io.undertone.udfs.speech.SettledSpeech;
import io.undertone.udfs.speech.SettlingState;
import io.undertone.udfs.speech.SpeechFrames;
import java.util.function.Consumer;

/**
 * Gathers the speech of legs where somebody's mood may be read: of a leg of its own by the role it is said to have, of a shared one
 * as long as its voices may be told apart.
 */
public final class SpeechGathering {
    private SpeechGathering() {}

    /**
     * Takes in frames of a leg.
     *
     * @param energies of each frame, K-weighted
     * @param biometrics whether voices may be compared
     * @param out gets a block whenever one is full
     */
    public static void hear(
            WindowedCall call,
            SpeechFrames frames,
            double[] energies,
            MoodRights rights,
            boolean biometrics,
            Consumer<SpeechBlock> out) {
        String legId = frames.legId();
        WindowedLeg leg = call.legs.computeIfAbsent(legId, any -> new WindowedLeg());
        if (!isWanted(call, legId, rights, biometrics)) {
            forget(leg);
            return;
        }
        SettledSpeech.hear(leg.unsettled, frames, energies, (position, muLaw, at, energy) -> {
            if (leg.gathered.frames > 0 && MoodWindows.isHeardAnew(leg.gathered.end(), position)) {
                hand(leg, out); // so that every spoken second ends with a block, and none waits for what is said behind
                // it
            }
            leg.gathered.legId = legId;
            leg.gathered.add(position, muLaw, at, energy);
            if (leg.gathered.frames == SpeechBlock.FRAMES) {
                hand(leg, out);
            }
        });
    }

    private static void hand(WindowedLeg leg, Consumer<SpeechBlock> out) {
        out.accept(leg.gathered);
        leg.gathered = new SpeechBlock();
    }

    private static boolean isWanted(WindowedCall call, String legId, MoodRights rights, boolean biometrics) {
        if (call.facts.isShared(legId, call.legs.keySet())) {
            return rights.everybody() || (rights.consent() && biometrics);
        }
        PartyFacts party = call.facts.party(legId);
        return rights.allow(party.role, party.roleSource);
    }

    static void forget(WindowedLeg leg) {
        if (leg.gathered.frames > 0 || leg.unsettled.frames > 0 || leg.unsettled.speaking) {
            leg.gathered = new SpeechBlock();
            leg.unsettled = new SettlingState();
        }
    }
}
