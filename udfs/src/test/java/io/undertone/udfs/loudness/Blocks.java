package io.undertone.udfs.loudness;

import java.util.ArrayList;
import java.util.List;

/** BS.1770-4 by the book, for tests: all blocks are kept, gates are applied to them as written. */
final class Blocks {
    private Blocks() {}

    /** Mean squares of all blocks of 400 ms, one every 100 ms. */
    static List<Double> of(short[] samples, int rateHz) {
        var weighting = new KWeighting(rateHz);
        var state = new KWeightingState();
        int hop = rateHz / 10;
        double[] energies = new double[samples.length / hop];
        for (int i = 0; i < energies.length; i++) {
            energies[i] = weighting.energy(state, samples, i * hop, (i + 1) * hop);
        }
        List<Double> blocks = new ArrayList<>();
        for (int i = 3; i < energies.length; i++) {
            blocks.add((energies[i - 3] + energies[i - 2] + energies[i - 1] + energies[i]) / (4.0 * hop));
        }
        return blocks;
    }

    /** Exactly gated loudness of at least one block that passes. */
    static double integrated(List<Double> meanSquares) {
        List<Double> absolute =
                meanSquares.stream().filter(block -> Levels.lufs(block) > -70).toList();
        double gate = Levels.lufs(mean(absolute)) - 10;
        return Levels.lufs(mean(
                absolute.stream().filter(block -> Levels.lufs(block) > gate).toList()));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
