package io.undertone.udfs.voices;

import io.undertone.udfs.speech.SettledSpeech;
import io.undertone.udfs.speech.VadFrame;

/** The ring of frames of a {@link SpokenState}. */
final class SpokenFrames {
    private SpokenFrames() {}

    /** Makes a frame the last of the speech; the ring has {@code slots}. */
    static void append(SpokenState s, long position, byte[] muLaw, int at, int slots) {
        if (s.positions.length != slots) {
            s.positions = new long[slots];
            s.muLaw = new byte[slots * VadFrame.SAMPLES];
            s.held = 0;
            s.fresh = 0;
        }
        int slot = slot(s, s.frames);
        s.positions[slot] = position;
        System.arraycopy(muLaw, at, s.muLaw, slot * VadFrame.SAMPLES, VadFrame.SAMPLES);
        s.frames++;
        s.held = Math.min(s.held + 1, slots);
        s.fresh++;
    }

    static int slot(SpokenState s, long frame) {
        return (int) (frame % s.positions.length);
    }

    /** The speech held, in order; repeated until it is {@code fewest} frames, which the model takes. */
    static byte[] audio(SpokenState s, int fewest) {
        int times = (fewest + s.held - 1) / s.held;
        byte[] audio = new byte[Math.max(1, times) * s.held * VadFrame.SAMPLES];
        for (int i = 0; i < audio.length / VadFrame.SAMPLES; i++) {
            int from = slot(s, s.frames - s.held + i % s.held) * VadFrame.SAMPLES;
            System.arraycopy(s.muLaw, from, audio, i * VadFrame.SAMPLES, VadFrame.SAMPLES);
        }
        return audio;
    }

    /** Where the speech held lies. */
    static VoiceWindow window(SpokenState s, boolean withFresh) {
        var window = new VoiceWindow();
        long first = s.frames - s.held;
        window.from = s.positions[slot(s, first)];
        window.to = s.positions[slot(s, s.frames - 1)] + VadFrame.SAMPLES;
        window.centre = s.positions[slot(s, first + s.held / 2)];
        window.speechSamples = s.held * VadFrame.SAMPLES;
        window.speechFrames = s.frames;
        longestPause(s, window);
        if (withFresh) {
            window.fresh = new long[Math.min(s.fresh, s.held)];
            for (int i = 0; i < window.fresh.length; i++) {
                window.fresh[i] = s.positions[slot(s, s.frames - window.fresh.length + i)];
            }
        }
        return window;
    }

    private static void longestPause(SpokenState s, VoiceWindow window) {
        long longest = SettledSpeech.PAUSE_SAMPLES;
        for (long frame = s.frames - s.held + 1; frame < s.frames; frame++) {
            long before = s.positions[slot(s, frame - 1)] + VadFrame.SAMPLES;
            long begin = s.positions[slot(s, frame)];
            if (begin - before >= longest) {
                longest = begin - before;
                window.pauseFrom = before;
                window.pauseTo = begin;
            }
        }
    }
}
