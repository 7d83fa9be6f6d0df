package io.undertone.udfs.speech;

import io.undertone.udfs.audio.G711;
import java.util.Arrays;

/**
 * Picks the frames of a leg that the gate has settled to be speech, in order. Frames that stand in for lost media by half or more,
 * and a last frame that is shorter than the others, are no speech here.
 */
public final class SettledSpeech {
    /** 0.3 s: shorter pauses lie within sentences. */
    public static final int PAUSE_SAMPLES = 300 * VadFrame.SAMPLES_PER_MILLI;

    /** Takes what is settled, in order. */
    public interface Listener {
        /** A frame of speech: 256 bytes of μ-law from {@code at} on, which are only lent. */
        void spoken(long position, byte[] muLaw, int at, double energy);

        /** Nobody speaks for {@link #PAUSE_SAMPLES} or longer; may be said several times of one pause. */
        default void paused() {}
    }

    private static final double[] UNMEASURED = {};

    private SettledSpeech() {}

    /** Takes in frames whose energies nobody asks for. */
    public static void hear(SettlingState s, SpeechFrames frames, Listener out) {
        hear(s, frames, UNMEASURED, out);
    }

    /**
     * Takes in frames of the leg, in order.
     *
     * @param energies of each frame, or none where nobody asks for them
     */
    public static void hear(SettlingState s, SpeechFrames frames, double[] energies, Listener out) {
        for (int i = 0; i < frames.frames(); i++) {
            frame(s, frames, i, energies.length == 0 ? 0 : energies[i], out);
        }
        if (frames.cut()) {
            settle(s, Long.MAX_VALUE, out);
            s.speaking = false;
            out.paused();
        }
    }

    /** Lets go of what is not settled. */
    public static void forget(SettlingState s) {
        s.muLaw = new byte[0];
        s.positions = new long[0];
        s.energies = new double[0];
        s.frames = 0;
    }

    private static void frame(SettlingState s, SpeechFrames frames, int i, double energy, Listener out) {
        VadGate.Edge edge = frames.edges()[i];
        if (edge != VadGate.Edge.NONE) {
            s.speaking = edge == VadGate.Edge.SPEECH_STARTED;
        }
        long end = frames.position() + frames.to(i);
        boolean whole = frames.to(i) - frames.from(i) == VadFrame.SAMPLES;
        boolean real = 2 * frames.concealed()[i] < VadFrame.SAMPLES;
        if (whole && real && (s.speaking || frames.unsettled()[i] > 0)) {
            hold(s, frames, i, energy);
        }
        settle(s, end - (long) frames.unsettled()[i] * VadFrame.SAMPLES, out);
        if (!s.speaking && frames.unsettled()[i] == 0 && end - s.spokenTo >= PAUSE_SAMPLES) {
            out.paused();
        }
    }

    /** Frames that begin before {@code to} take the label in force. */
    private static void settle(SettlingState s, long to, Listener out) {
        int settled = 0;
        while (settled < s.frames && s.positions[settled] < to) {
            if (s.speaking) {
                if (s.positions[settled] - s.spokenTo >= PAUSE_SAMPLES) {
                    out.paused();
                }
                s.spokenTo = s.positions[settled] + VadFrame.SAMPLES;
                out.spoken(s.positions[settled], s.muLaw, settled * VadFrame.SAMPLES, s.energies[settled]);
            }
            settled++;
        }
        drop(s, settled);
    }

    private static void hold(SettlingState s, SpeechFrames frames, int frame, double energy) {
        if (s.frames == s.positions.length) {
            s.positions = Arrays.copyOf(s.positions, s.frames + 1);
            s.energies = Arrays.copyOf(s.energies, s.frames + 1);
            s.muLaw = Arrays.copyOf(s.muLaw, (s.frames + 1) * VadFrame.SAMPLES);
        }
        s.positions[s.frames] = frames.position() + frames.from(frame);
        s.energies[s.frames] = energy;
        int to = s.frames * VadFrame.SAMPLES;
        for (int i = frames.from(frame); i < frames.to(frame); i++) {
            s.muLaw[to++] = G711.encodeMuLaw(frames.samples()[i]);
        }
        s.frames++;
    }

    private static void drop(SettlingState s, int settled) {
        s.frames -= settled;
        if (settled > 0 && s.frames > 0) {
            System.arraycopy(s.positions, settled, s.positions, 0, s.frames);
            System.arraycopy(s.energies, settled, s.energies, 0, s.frames);
            System.arraycopy(s.muLaw, settled * VadFrame.SAMPLES, s.muLaw, 0, s.frames * VadFrame.SAMPLES);
        }
    }
}
