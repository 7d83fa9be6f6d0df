package io.undertone.udfs.speech;

import java.util.Arrays;

/**
 * The last frames of somebody's speech in their order, pauses left out. A POJO: keyed state, whose arrays follow what is held in steps
 * of {@value #STEP} frames.
 */
public class SpokenFrames {
    /** An eighth of a second. */
    private static final int STEP = 4;

    public byte[] muLaw = {};
    /** Where each frame begins on the call's timeline. */
    public long[] positions = {};

    public int held;

    public SpokenFrames() {}

    /** Makes the frame whose audio begins at {@code at} the last one; of {@code most} that are held, the first goes. */
    public void append(long position, byte[] audio, int at, int most) {
        if (held == most) {
            keepLast(most - 1);
        }
        if (held == positions.length) {
            int room = Math.min(most, held + STEP);
            positions = Arrays.copyOf(positions, room);
            muLaw = Arrays.copyOf(muLaw, room * VadFrame.SAMPLES);
        }
        positions[held] = position;
        System.arraycopy(audio, at, muLaw, held * VadFrame.SAMPLES, VadFrame.SAMPLES);
        held++;
    }

    /** Lets go of all but the last {@code frames}. */
    public void keepLast(int frames) {
        int gone = Math.max(0, held - frames);
        held -= gone;
        if (positions.length - held > STEP) {
            positions = Arrays.copyOfRange(positions, gone, gone + held);
            muLaw = Arrays.copyOfRange(muLaw, gone * VadFrame.SAMPLES, (gone + held) * VadFrame.SAMPLES);
        } else {
            System.arraycopy(positions, gone, positions, 0, held);
            System.arraycopy(muLaw, gone * VadFrame.SAMPLES, muLaw, 0, held * VadFrame.SAMPLES);
        }
    }

    /** The audio held. */
    public byte[] audio() {
        return Arrays.copyOf(muLaw, held * VadFrame.SAMPLES);
    }

    /** Where the first of the last {@code frames} begins. */
    public long beginOfLast(int frames) {
        return positions[held - frames];
    }

    /** End of the last frame; there must be one. */
    public long end() {
        return positions[held - 1] + VadFrame.SAMPLES;
    }
}
