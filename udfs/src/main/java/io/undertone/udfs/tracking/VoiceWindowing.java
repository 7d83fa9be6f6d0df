package io.undertone.udfs.tracking;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.Recall;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.voices.VoiceWindows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Cuts windows of voices out of a call's legs: where voices may be compared, and as often as the kind of leg asks for. */
public final class VoiceWindowing {
    private VoiceWindowing() {}

    /**
     * Takes in frames of a leg. Where voices may not be compared, nothing is gathered, and what was is let go of.
     *
     * @return whether the call's two legs were found just now to carry the same signal: from here on both are shared
     */
    public static boolean hear(WindowedCall call, SpeechFrames frames, boolean allowed, VoiceWindows.Sink out) {
        String legId = frames.legId();
        WindowedLeg leg = call.legs.computeIfAbsent(legId, any -> new WindowedLeg());
        boolean found = CommonSpeech.hear(call, frames);
        if (found) {
            call.facts.sameSignal = new ArrayList<>(new TreeSet<>(call.legs.keySet()));
        }
        if (!allowed) {
            VoiceWindows.forget(leg.spoken);
            return found;
        }
        boolean shared = call.facts.isShared(legId, call.legs.keySet());
        if (shared != leg.shared) {
            windows(leg).finish(leg.spoken, legId, out);
            leg.shared = shared;
        }
        windows(leg).hear(leg.spoken, frames, out);
        return found;
    }

    /** The call is over: what was gathered and not asked about yet makes the last windows. */
    public static void finish(WindowedCall call, boolean allowed, VoiceWindows.Sink out) {
        if (allowed) {
            for (Map.Entry<String, WindowedLeg> leg : new TreeMap<>(call.legs).entrySet()) {
                windows(leg.getValue()).finish(leg.getValue().spoken, leg.getKey(), out);
            }
        }
    }

    /** Takes over what was said of the call; what was heard of it stays, but for speech that nobody may be asked about any more. */
    public static void know(WindowedCall call, CallFacts facts, boolean allowed) {
        List<String> sameSignal = call.facts.sameSignal;
        call.facts = facts.copy();
        call.facts.sameSignal = sameSignal;
        if (!allowed) {
            call.legs.values().forEach(leg -> VoiceWindows.forget(leg.spoken));
        }
    }

    /** Speech of a leg is taken back: nothing of what was gathered of it is asked about, which is some seconds at most. */
    public static void recall(WindowedCall call, Recall recall) {
        WindowedLeg leg = call.legs.get(recall.legId);
        if (leg != null) {
            VoiceWindows.forget(leg.spoken);
            CommonSpeech.letGo(leg);
            SpeechGathering.forget(leg);
        }
    }

    private static VoiceWindows windows(WindowedLeg leg) {
        return leg.shared ? VoiceWindows.ofMixedLeg() : VoiceWindows.ofSeparateLeg();
    }
}
