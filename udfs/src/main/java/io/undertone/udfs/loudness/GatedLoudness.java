package io.undertone.udfs.loudness;

import org.jspecify.annotations.Nullable;

/**
 * Integrated loudness by the two gates of ITU-R BS.1770-4 (absolute −70 LUFS, relative −10 LU), in bounded memory.
 *
 * <p>The sum over all blocks is exact, and so is the relative gate. The histogram of 0.1 LU from −70 to +5 LUFS serves
 * only to take the blocks below that gate off the sum again. These hold less than a tenth of the energy and are known
 * within 0.05 LU each, which costs at most 0.006 LU. The bin that the gate divides counts as evenly filled: the result
 * is within 0.05 LU of exact gating unless more than a hundredth of the blocks lie in that one bin.
 */
public final class GatedLoudness {
    private static final double ABSOLUTE_GATE_LUFS = -70;
    private static final double RELATIVE_GATE_LU = -10;
    private static final int BINS_PER_LU = 10;
    private static final int BINS = 75 * BINS_PER_LU;
    private static final int STEP = 16;

    private GatedLoudness() {}

    /** Counts a block of the given K-weighted mean square. Allocates only when the histogram widens. */
    public static void add(GatedLoudnessState state, double meanSquare) {
        double lufs = Levels.lufs(meanSquare);
        if (!(lufs > ABSOLUTE_GATE_LUFS)) {
            return;
        }
        int bin = Math.min(BINS - 1, (int) ((lufs - ABSOLUTE_GATE_LUFS) * BINS_PER_LU));
        cover(state, bin);
        state.counts[bin - state.firstBin]++;
        state.blocks++;
        state.sum += meanSquare;
    }

    /** The integrated loudness in LUFS; null when no block passed the absolute gate. */
    public static @Nullable Double lufs(GatedLoudnessState state) {
        if (state.blocks == 0) {
            return null;
        }
        double gate = Levels.lufs(state.sum / state.blocks) + RELATIVE_GATE_LU;
        double sum = state.sum;
        double blocks = state.blocks;
        // The topmost bin has no upper end: it is never below a gate.
        for (int i = 0; i < state.counts.length && state.firstBin + i < BINS - 1; i++) {
            double lowest = ABSOLUTE_GATE_LUFS + (double) (state.firstBin + i) / BINS_PER_LU;
            double below = Math.min(1, (gate - lowest) * BINS_PER_LU);
            if (below <= 0) {
                break;
            }
            double middle = lowest + below / (2 * BINS_PER_LU);
            sum -= state.counts[i] * below * Levels.meanSquare(middle);
            blocks -= state.counts[i] * below;
        }
        return Levels.lufs(sum / blocks);
    }

    private static void cover(GatedLoudnessState state, int bin) {
        int first = bin / STEP * STEP;
        int end = first + STEP;
        if (state.counts.length > 0) {
            first = Math.min(first, state.firstBin);
            end = Math.max(end, state.firstBin + state.counts.length);
        }
        if (end - first == state.counts.length) {
            return;
        }
        int[] wider = new int[end - first];
        System.arraycopy(state.counts, 0, wider, Math.max(0, state.firstBin - first), state.counts.length);
        state.counts = wider;
        state.firstBin = first;
    }
}
