package io.undertone.udfs.moods;

import io.undertone.udfs.audio.G711;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.SpeakerLabel;
import io.undertone.udfs.loudness.Levels;
import io.undertone.udfs.speech.VadFrame;

/**
 * Cuts emotion windows out of the speech of those whose mood may be read: the last 3 s of it every second, pauses left out. Every
 * second of speech comes out, with its window from the third on.
 */
public final class MoodWindows {
    /** 3.008 s: what the emotion model was taught on, in whole frames. */
    public static final int WINDOW_FRAMES = 94;

    /** Quieter is not measured (BS.1770-4's absolute gate). */
    private static final double QUIETEST_LUFS = -70;

    private static final int FULL_SCALE = 32_000;
    private static final int SECOND_SAMPLES = SpokenSecond.FRAMES * VadFrame.SAMPLES;

    /** Takes a spoken second, and the audio of its window: empty where it has none. */
    public interface Sink {
        void second(SpokenSecond second, byte[] muLaw);
    }

    private MoodWindows() {}

    /** Takes over what is known of the call. What nobody may be asked about any more is let go of. */
    public static void know(WindowedMoods call, CallFacts facts, MoodRights rights) {
        call.facts = facts;
        if (!rights.consent() || facts.roleMismatch != null) {
            call.legs.values().forEach(leg -> leg.speech.clear());
        }
    }

    /** Takes in speech whose speaker is known, as far as it will be. */
    public static void hear(WindowedMoods call, SpeechBlock block, MoodRights rights, Sink out) {
        boolean alone = block.speaker != SpeakerLabel.OVERLAP;
        if (!alone || call.facts.roleMismatch != null || !rights.allow(block.role, block.roleSource)) {
            return;
        }
        LegMoods leg = call.leg(block.legId);
        RoleSpeech speech = leg.speech.computeIfAbsent(block.role, any -> new RoleSpeech());
        for (int i = 0; i < block.frames; i++) {
            add(speech, block, i);
            if (speech.fresh == SpokenSecond.FRAMES) {
                cut(leg, speech, block, out);
            }
        }
    }

    private static void add(RoleSpeech speech, SpeechBlock block, int frame) {
        if (speech.positions.length == 0) {
            speech.positions = new long[WINDOW_FRAMES];
            speech.muLaw = new byte[WINDOW_FRAMES * VadFrame.SAMPLES];
        }
        int slot = slot(speech.frames);
        speech.positions[slot] = block.positions[frame];
        int from = frame * VadFrame.SAMPLES;
        System.arraycopy(block.muLaw, from, speech.muLaw, slot * VadFrame.SAMPLES, VadFrame.SAMPLES);
        for (int i = from; i < from + VadFrame.SAMPLES; i++) {
            speech.clipped += Math.abs(G711.decodeMuLaw(block.muLaw[i])) >= FULL_SCALE ? 1 : 0;
        }
        speech.energy += block.energies[frame];
        speech.frames++;
        speech.fresh++;
    }

    private static void cut(LegMoods leg, RoleSpeech speech, SpeechBlock block, Sink out) {
        var second = new SpokenSecond();
        second.legId = block.legId;
        second.role = block.role;
        second.roleSource = block.roleSource;
        second.speaker = block.speaker;
        second.voice = block.voice;
        second.speakerId = block.speakerId;
        second.speakerScore = block.speakerScore;
        second.from = speech.positions[slot(speech.frames - SpokenSecond.FRAMES)];
        second.to = speech.positions[slot(speech.frames - 1)] + VadFrame.SAMPLES;
        second.speechSamples = SECOND_SAMPLES;
        double lufs = Levels.lufs(speech.energy / SECOND_SAMPLES);
        second.lufs = lufs < QUIETEST_LUFS ? null : Double.valueOf(lufs);
        second.clippedShare = (double) speech.clipped / SECOND_SAMPLES;
        byte[] muLaw = {};
        if (speech.frames >= WINDOW_FRAMES) {
            second.window = ++leg.windows;
            second.windowFrom = speech.positions[slot(speech.frames - WINDOW_FRAMES)];
            muLaw = audio(speech);
        }
        speech.fresh = 0;
        speech.energy = 0;
        speech.clipped = 0;
        out.second(second, muLaw);
    }

    private static byte[] audio(RoleSpeech speech) {
        byte[] audio = new byte[speech.muLaw.length];
        int oldest = slot(speech.frames) * VadFrame.SAMPLES;
        System.arraycopy(speech.muLaw, oldest, audio, 0, audio.length - oldest);
        System.arraycopy(speech.muLaw, 0, audio, audio.length - oldest, oldest);
        return audio;
    }

    private static int slot(long frame) {
        return (int) (frame % WINDOW_FRAMES);
    }
}
