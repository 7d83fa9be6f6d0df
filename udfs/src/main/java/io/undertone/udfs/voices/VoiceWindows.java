package io.undertone.udfs.voices;

import io.undertone.udfs.audio.G711;
import io.undertone.udfs.speech.SettledSpeech;
import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.SpokenFrames;
import io.undertone.udfs.speech.VadFrame;
import java.util.Arrays;

/** Cuts windows to be embedded out of a leg's speech, as the gate settles it. */
public final class VoiceWindows {
    /** Takes a window and its audio, pauses left out. */
    public interface Sink {
        void window(VoiceWindow window, byte[] muLaw);
    }

    private static final VoiceWindows MIXED = new VoiceWindows(VoiceWindowSettings.MIXED);
    private static final VoiceWindows SEPARATE = new VoiceWindows(VoiceWindowSettings.SEPARATE);

    private final VoiceWindowSettings settings;

    private VoiceWindows(VoiceWindowSettings settings) {
        this.settings = settings;
    }

    /** For a leg on which several people speak: a window every 0.5 s of speech, and at pauses. */
    public static VoiceWindows ofMixedLeg() {
        return MIXED;
    }

    /** For a leg of one participant: a window every 10 s of speech. */
    public static VoiceWindows ofSeparateLeg() {
        return SEPARATE;
    }

    /** Takes in frames of the leg, in order. */
    public void hear(SpokenState s, SpeechFrames frames, Sink out) {
        SettledSpeech.hear(s.settling, frames, new SettledSpeech.Listener() {
            @Override
            public void spoken(long position, byte[] muLaw, int at, double energy) {
                VoiceWindows.this.spoken(s, position, muLaw, at, frames.legId(), out);
            }

            @Override
            public void paused() {
                VoiceWindows.this.pause(s, frames.legId(), out);
            }
        });
    }

    /** The leg is over, or turns into one of the other kind: what is left is a window if it is long enough. */
    public void finish(SpokenState s, String legId, Sink out) {
        if (s.fresh > 0 && s.last.held >= settings.fewest()) {
            cut(s, legId, out);
        }
        forget(s);
        s.passing = 0;
    }

    /** Lets go of all speech held: what was said up to here is asked about no more. */
    public static void forget(SpokenState s) {
        s.last = new SpokenFrames(); // not even what its array still holds
        s.fresh = 0;
        SettledSpeech.forget(s.settling);
    }

    private static void release(SpokenState s) {
        s.last.keepLast(0);
        s.fresh = 0;
    }

    private void spoken(SpokenState s, long position, byte[] muLaw, int at, String legId, Sink out) {
        s.frames++;
        if (s.passing > 0) {
            s.passing--;
            return;
        }
        s.last.append(position, muLaw, at, settings.most());
        s.fresh++;
        boolean opening = s.windows == 0 && settings.opens(s.last.held, false);
        if (opening || (s.fresh >= settings.due() && s.last.held >= settings.fewest())) {
            cut(s, legId, out);
        }
    }

    private void pause(SpokenState s, String legId, Sink out) {
        boolean opening = s.windows == 0 && settings.opens(s.last.held, true);
        boolean enough = s.fresh >= VoiceWindowSettings.SCRAP_FRAMES && s.last.held >= settings.fewest();
        if (opening || (settings.atPauses() && enough)) {
            cut(s, legId, out);
        }
    }

    private void cut(SpokenState s, String legId, Sink out) {
        VoiceWindow window = window(s, settings.atPauses());
        window.legId = legId;
        window.number = ++s.windows;
        byte[] muLaw = repeated(s.last.audio(), settings.fewest() * VadFrame.SAMPLES);
        window.clippedShare = clippedShare(muLaw);
        window.teaches =
                s.last.held >= VoiceWindowSettings.TEACHING_FRAMES && window.clippedShare <= VoiceSettings.MOST_CLIPPED;
        s.fresh = 0;
        s.passing = settings.passing();
        if (s.passing > 0) {
            release(s);
        }
        out.window(window, muLaw);
    }

    /** Where the speech held lies. */
    private static VoiceWindow window(SpokenState s, boolean withFresh) {
        SpokenFrames last = s.last;
        var window = new VoiceWindow();
        window.from = last.positions[0];
        window.to = last.end();
        window.centre = last.positions[last.held / 2];
        window.speechSamples = last.held * VadFrame.SAMPLES;
        window.speechFrames = s.frames;
        longestPause(last, window);
        if (withFresh) {
            window.fresh = Arrays.copyOfRange(last.positions, last.held - Math.min(s.fresh, last.held), last.held);
        }
        return window;
    }

    private static void longestPause(SpokenFrames last, VoiceWindow window) {
        long longest = SettledSpeech.PAUSE_SAMPLES;
        for (int frame = 1; frame < last.held; frame++) {
            long before = last.positions[frame - 1] + VadFrame.SAMPLES;
            long begin = last.positions[frame];
            if (begin - before >= longest) {
                longest = begin - before;
                window.pauseFrom = before;
                window.pauseTo = begin;
            }
        }
    }

    /** Until it is as long as the model takes at least. */
    private static byte[] repeated(byte[] audio, int fewest) {
        int times = Math.max(1, (fewest + audio.length - 1) / audio.length);
        byte[] repeated = Arrays.copyOf(audio, times * audio.length);
        for (int i = 1; i < times; i++) {
            System.arraycopy(audio, 0, repeated, i * audio.length, audio.length);
        }
        return repeated;
    }

    private static double clippedShare(byte[] muLaw) {
        int clipped = 0;
        for (byte code : muLaw) {
            clipped += Math.abs(G711.decodeMuLaw(code)) >= VoiceSettings.FULL_SCALE ? 1 : 0;
        }
        return (double) clipped / muLaw.length;
    }
}
