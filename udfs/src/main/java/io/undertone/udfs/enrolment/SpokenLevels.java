package io.undertone.udfs.enrolment;

import io.undertone.udfs.loudness.GatedLoudness;
import io.undertone.udfs.loudness.GatedLoudnessState;
import io.undertone.udfs.loudness.KWeighting;
import io.undertone.udfs.loudness.KWeightingState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How loud the speech of a recording at 8 kHz is. */
final class SpokenLevels {
    /** Momentary blocks of BS.1770-4 last 400 ms and begin every 100 ms. */
    private static final int SUB_BLOCK = 800;

    private static final int SUB_BLOCKS = 4;
    private static final double FULL_SCALE = 32_768;
    private static final KWeighting WEIGHTING = new KWeighting(8_000);

    private SpokenLevels() {}

    /** Integrated over the blocks whose middle is speech, as it is on legs of calls. */
    static @Nullable Double lufs(short[] samples, List<Stretch> speech) {
        var filters = new KWeightingState();
        var gated = new GatedLoudnessState();
        double[] energies = new double[samples.length / SUB_BLOCK];
        for (int i = 0; i < energies.length; i++) {
            energies[i] = WEIGHTING.energy(filters, samples, i * SUB_BLOCK, (i + 1) * SUB_BLOCK);
            int middle = (i + 1 - SUB_BLOCKS / 2) * SUB_BLOCK;
            if (i >= SUB_BLOCKS - 1 && isSpeech(speech, middle)) {
                double sum = energies[i - 3] + energies[i - 2] + energies[i - 1] + energies[i];
                GatedLoudness.add(gated, sum / (SUB_BLOCKS * SUB_BLOCK));
            }
        }
        return GatedLoudness.lufs(gated);
    }

    static double meanAbsolute(short[] samples, List<Stretch> speech) {
        long sum = 0;
        long count = 0;
        for (Stretch stretch : speech) {
            for (int i = stretch.from(); i < stretch.to(); i++) {
                sum += Math.abs(samples[i]);
            }
            count += stretch.length();
        }
        return sum / (FULL_SCALE * Math.max(1, count));
    }

    private static boolean isSpeech(List<Stretch> speech, int sample) {
        return speech.stream().anyMatch(stretch -> stretch.holds(sample));
    }
}
