package io.undertone.udfs.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.audio.Allocations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatedLoudnessTest {
    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Speech, pauses and noise of random levels and shares, 5 s to 10 min of it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void random_material_reads_as_with_exact_gating(int seed) {
        var random = new Random(seed);
        List<Double> blocks = new ArrayList<>();
        for (int part = 0; part < 5; part++) {
            double middle = random.nextDouble(-80, -5);
            double spread = random.nextDouble(1, 8);
            for (int i = random.nextInt(10, 1_200); i > 0; i--) {
                blocks.add(Levels.meanSquare(middle + spread * random.nextGaussian()));
            }
        }

        assertThat(lufs(blocks)).isCloseTo(Blocks.integrated(blocks), within(0.05));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-69.99, -30.05, -30.0, -29.96, -0.001, 3.3})
    void a_steady_level_reads_exactly(double level) {
        assertThat(lufs(List.of(Levels.meanSquare(level), Levels.meanSquare(level))))
                .isCloseTo(level, within(1e-9));
    }

    @Test
    void without_a_block_above_the_absolute_gate_there_is_no_reading() {
        var state = new GatedLoudnessState();
        GatedLoudness.add(state, 0);
        GatedLoudness.add(state, Levels.meanSquare(-70.01));
        GatedLoudness.add(state, Double.NaN);

        assertThat(GatedLoudness.lufs(state)).isNull();
        assertThat(state.counts).isEmpty();
    }

    @Test
    void louder_than_the_histogram_is_never_gated() {
        assertThat(lufs(List.of(Levels.meanSquare(40), Levels.meanSquare(40)))).isCloseTo(40, within(1e-9));
    }

    @Test
    void the_histogram_covers_what_has_occurred_and_no_more() {
        var state = new GatedLoudnessState();
        for (double level = -28; level < -18; level += 0.01) {
            GatedLoudness.add(state, Levels.meanSquare(level));
        }
        assertThat(state.counts.length).isBetween(100, 132);

        for (double level = -100; level < 20; level += 0.01) {
            GatedLoudness.add(state, Levels.meanSquare(level));
        }
        assertThat(state.counts.length).isLessThanOrEqualTo(752);
        assertThat(IntStream.of(state.counts).asLongStream().sum()).isEqualTo(state.blocks);
    }

    @Test
    void counting_allocates_nothing_once_the_level_is_known() {
        var state = new GatedLoudnessState();
        double meanSquare = Levels.meanSquare(-23);

        assertThat(Allocations.ofAThousand(() -> GatedLoudness.add(state, meanSquare)))
                .isZero();
    }

    private static double lufs(List<Double> blocks) {
        var state = new GatedLoudnessState();
        blocks.forEach(block -> GatedLoudness.add(state, block));
        return Objects.requireNonNull(GatedLoudness.lufs(state), "no block passed");
    }
}
