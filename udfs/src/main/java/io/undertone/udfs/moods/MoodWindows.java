package io.undertone.udfs.moods;

import io.undertone.udfs.audio.G711;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.Recall;
import io.undertone.udfs.call.SpeakerLabel;
import io.undertone.udfs.loudness.Levels;
import io.undertone.udfs.speech.SpokenFrames;
import io.undertone.udfs.speech.VadFrame;

/**
 * Cuts emotion windows out of the speech of those whose mood may be read: the last 3 s of it after every second of speech, pauses
 * left out. What was said before a long pause is in no window: who speaks again is heard anew, at first for less than 3 s.
 */
public final class MoodWindows {
    /** 3.008 s: what the emotion model was taught on, in whole frames. */
    public static final int WINDOW_FRAMES = 94;

    /** A pause from which on speech is heard anew: what is older than a window of media tells nothing about the mood of now. */
    static final int LONG_PAUSE_SAMPLES = 3 * 8_000;

    /** Media without speech after which it is let go of: speech comes in blocks, and of a shared leg late. */
    static final int IDLE_SAMPLES = 4 * 8_000;

    /** Quieter is not measured (BS.1770-4's absolute gate). */
    private static final double QUIETEST_LUFS = -70;

    private static final int FULL_SCALE = 32_000;
    private static final int SECOND_SAMPLES = SpokenSecond.FRAMES * VadFrame.SAMPLES;

    /** Takes a spoken second, and the audio of its window. */
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

    /** Whether who spoke until {@code before} and speaks again at {@code position} is heard anew. */
    public static boolean isHeardAnew(long before, long position) {
        return position - before >= LONG_PAUSE_SAMPLES;
    }

    /** What was said on a leg from a position on is taken back: who speaks there is heard anew. */
    public static void recall(WindowedMoods call, Recall recall) {
        LegMoods leg = call.legs.get(recall.legId);
        if (leg != null) {
            leg.speech.values().removeIf(speech -> speech.last.held > 0 && speech.last.end() > recall.from);
        }
    }

    /** Media of a leg passed up to {@code at}: speech that is over for long is kept no more. */
    public static void pass(WindowedMoods call, String legId, long at) {
        LegMoods leg = call.legs.get(legId);
        if (leg != null) {
            leg.speech.values().removeIf(speech -> speech.last.held > 0 && at - speech.last.end() >= IDLE_SAMPLES);
        }
    }

    private static void add(RoleSpeech speech, SpeechBlock block, int frame) {
        SpokenFrames last = speech.last;
        if (last.held > 0 && isHeardAnew(last.end(), block.positions[frame])) {
            last.keepLast(0);
            speech.startSecond();
        }
        int from = frame * VadFrame.SAMPLES;
        last.append(block.positions[frame], block.muLaw, from, WINDOW_FRAMES);
        for (int i = from; i < from + VadFrame.SAMPLES; i++) {
            speech.clipped += Math.abs(G711.decodeMuLaw(block.muLaw[i])) >= FULL_SCALE ? 1 : 0;
        }
        speech.energy += block.energies[frame];
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
        second.from = speech.last.beginOfLast(SpokenSecond.FRAMES);
        second.to = speech.last.end();
        second.speechSamples = SECOND_SAMPLES;
        double lufs = Levels.lufs(speech.energy / SECOND_SAMPLES);
        second.lufs = lufs < QUIETEST_LUFS ? null : Double.valueOf(lufs);
        second.clippedShare = (double) speech.clipped / SECOND_SAMPLES;
        second.window = ++leg.windows;
        second.windowFrom = speech.last.positions[0];
        byte[] muLaw = speech.last.audio();
        second.windowSamples = muLaw.length;
        speech.last.keepLast(WINDOW_FRAMES - SpokenSecond.FRAMES);
        speech.startSecond();
        out.second(second, muLaw);
    }
}
