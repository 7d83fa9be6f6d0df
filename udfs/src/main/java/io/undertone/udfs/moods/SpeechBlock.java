package io.undertone.udfs.moods;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.SpeakerLabel;
import io.undertone.udfs.speech.VadFrame;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Frames of speech of one leg, pauses left out, and who says them once that is known. A POJO: keyed state, and part of what waits
 * for its turn.
 */
public class SpeechBlock {
    /** Of a block as it is gathered, 0.26 s: a spoken second is four of them. */
    public static final int FRAMES = SpokenSecond.FRAMES / 4;

    public String legId = "";
    public Role role = Role.UNKNOWN;
    public RoleSource roleSource = RoleSource.UNKNOWN;
    public SpeakerLabel speaker = SpeakerLabel.UNKNOWN;
    public int voice;
    public @Nullable String speakerId;
    public @Nullable Double speakerScore;

    public int frames;
    /** Where each frame begins on the call's timeline. */
    public long[] positions = {};
    /** 256 bytes a frame. */
    public byte[] muLaw = {};
    /** K-weighted energy of each frame. */
    public double[] energies = {};

    public SpeechBlock() {}

    /** A block of a leg without speech yet. */
    public static SpeechBlock of(String legId) {
        var block = new SpeechBlock();
        block.legId = legId;
        return block;
    }

    /** Adds a frame, whose audio begins at {@code at}. */
    public void add(long position, byte[] audio, int at, double energy) {
        if (frames == positions.length) {
            int room = Math.max(FRAMES, 2 * frames);
            positions = Arrays.copyOf(positions, room);
            energies = Arrays.copyOf(energies, room);
            muLaw = Arrays.copyOf(muLaw, room * VadFrame.SAMPLES);
        }
        positions[frames] = position;
        energies[frames] = energy;
        System.arraycopy(audio, at, muLaw, frames * VadFrame.SAMPLES, VadFrame.SAMPLES);
        frames++;
    }

    /** Adds all frames of another. */
    public void add(SpeechBlock more) {
        for (int i = 0; i < more.frames; i++) {
            add(more.positions[i], more.muLaw, i * VadFrame.SAMPLES, more.energies[i]);
        }
    }

    /** Where its last frame ends. */
    public long end() {
        return positions[frames - 1] + VadFrame.SAMPLES;
    }

    /** Its frames that end before a position; itself if all do. */
    public SpeechBlock before(long position) {
        int kept = frames;
        while (kept > 0 && positions[kept - 1] + VadFrame.SAMPLES > position) {
            kept--;
        }
        return kept == frames ? this : part(0, kept);
    }

    /** Its frames from {@code from} to before {@code to}, in a block of their own that names nobody. */
    public SpeechBlock part(int from, int to) {
        var part = of(legId);
        part.frames = to - from;
        part.positions = Arrays.copyOfRange(positions, from, to);
        part.energies = Arrays.copyOfRange(energies, from, to);
        part.muLaw = Arrays.copyOfRange(muLaw, from * VadFrame.SAMPLES, to * VadFrame.SAMPLES);
        return part;
    }
}
