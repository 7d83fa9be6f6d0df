package io.undertone.udfs.tracking;

import io.undertone.udfs.audio.AudioRing;
import io.undertone.udfs.audio.G711;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.VadGate;
import io.undertone.udfs.voices.LegLikeness;
import java.util.Iterator;
import java.util.TreeMap;

/** Finds the stretches in which both legs of a call speak, and compares the two there until it is known whether they are one signal. */
final class CommonSpeech {
    /** A block, and as much as one leg's media may be ahead of the other's: 3 s. */
    static final int RING_SAMPLES = 24_000;

    private CommonSpeech() {}

    /** Takes in frames of a leg. Answers whether the two legs were found just now to carry the same signal. */
    static boolean hear(WindowedCall call, SpeechFrames frames) {
        WindowedLeg leg = call.legs.get(frames.legId());
        if (leg == null) {
            throw new IllegalArgumentException("leg %s is not known".formatted(frames.legId()));
        }
        settle(leg, frames);
        if (call.likeness.judged || call.legs.size() != 2) {
            call.legs.values().forEach(CommonSpeech::letGo);
            return false;
        }
        Iterator<WindowedLeg> both = new TreeMap<>(call.legs).values().iterator();
        WindowedLeg one = both.next();
        WindowedLeg other = both.next();
        if (!one.speaking || !other.speaking || frames.cut()) {
            letGo(one);
            letGo(other);
            return false;
        }
        leg.common.append(frames.position(), frames.samples(), 0, frames.samples().length);
        compare(call, one.common, other.common);
        if (call.likeness.judged) {
            letGo(one);
            letGo(other);
        }
        return call.likeness.same;
    }

    private static void compare(WindowedCall call, AudioRing one, AudioRing other) {
        long from = Math.max(call.comparedTo, Math.max(one.begin(), other.begin()));
        long to = from + LegLikeness.BLOCK;
        if (one.held > 0 && other.held > 0 && to <= Math.min(one.end(), other.end())) {
            LegLikeness.hear(call.likeness, samples(one, from, to), samples(other, from, to));
            call.comparedTo = to;
            one.keepFrom(to);
            other.keepFrom(to);
        }
    }

    private static void settle(WindowedLeg leg, SpeechFrames frames) {
        for (VadGate.Edge edge : frames.edges()) {
            if (edge != VadGate.Edge.NONE) {
                leg.speaking = edge == VadGate.Edge.SPEECH_STARTED;
            }
        }
    }

    static void letGo(WindowedLeg leg) {
        if (leg.common.held > 0) {
            leg.common = new AudioRing(RING_SAMPLES);
        }
    }

    private static short[] samples(AudioRing ring, long from, long to) {
        byte[] muLaw = ring.copy(from, to);
        short[] samples = new short[muLaw.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = G711.decodeMuLaw(muLaw[i]);
        }
        return samples;
    }
}
