package io.undertone.udfs.voices;

import io.undertone.udfs.audio.G711;
import io.undertone.udfs.speech.SettledSpeech;
import io.undertone.udfs.speech.SpeechFrames;

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
        if (s.fresh > 0 && s.held >= settings.fewest()) {
            cut(s, legId, out);
        }
        forget(s);
        s.passing = 0;
    }

    /** Lets go of all speech held: what was said up to here is asked about no more. */
    public static void forget(SpokenState s) {
        release(s);
        SettledSpeech.forget(s.settling);
    }

    private static void release(SpokenState s) {
        s.muLaw = new byte[0];
        s.positions = new long[0];
        s.held = 0;
        s.fresh = 0;
    }

    private void spoken(SpokenState s, long position, byte[] muLaw, int at, String legId, Sink out) {
        if (s.passing > 0) {
            s.passing--;
            s.frames++;
            return;
        }
        SpokenFrames.append(s, position, muLaw, at, settings.most());
        boolean opening = s.windows == 0 && settings.opens(s.held, false);
        if (opening || (s.fresh >= settings.due() && s.held >= settings.fewest())) {
            cut(s, legId, out);
        }
    }

    private void pause(SpokenState s, String legId, Sink out) {
        boolean opening = s.windows == 0 && settings.opens(s.held, true);
        boolean enough = s.fresh >= VoiceWindowSettings.SCRAP_FRAMES && s.held >= settings.fewest();
        if (opening || (settings.atPauses() && enough)) {
            cut(s, legId, out);
        }
    }

    private void cut(SpokenState s, String legId, Sink out) {
        var window = SpokenFrames.window(s, settings.atPauses());
        window.legId = legId;
        window.number = ++s.windows;
        byte[] muLaw = SpokenFrames.audio(s, settings.fewest());
        window.clippedShare = clippedShare(muLaw);
        window.teaches =
                s.held >= VoiceWindowSettings.TEACHING_FRAMES && window.clippedShare <= VoiceSettings.MOST_CLIPPED;
        s.fresh = 0;
        s.passing = settings.passing();
        if (s.passing > 0) {
            release(s);
        }
        out.window(window, muLaw);
    }

    private static double clippedShare(byte[] muLaw) {
        int clipped = 0;
        for (byte code : muLaw) {
            clipped += Math.abs(G711.decodeMuLaw(code)) >= VoiceSettings.FULL_SCALE ? 1 : 0;
        }
        return (double) clipped / muLaw.length;
    }
}
