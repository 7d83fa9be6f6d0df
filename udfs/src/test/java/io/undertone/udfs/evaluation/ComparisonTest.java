package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.inference.Window;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final float[] samples = new float[7 * 8_000];

    @Test
    void recordings_are_taken_whole_and_by_their_middle() {
        assertThat(Comparison.RECORDINGS.longCuts(samples)).containsExactly(Window.of(samples));
        assertThat(Comparison.RECORDINGS.shortCuts(samples)).containsExactly(new Window(samples, 16_000, 24_000));
    }

    @Test
    void stretches_are_halves_and_pieces_of_three_seconds() {
        assertThat(Comparison.STRETCHES.longCuts(samples))
                .containsExactly(new Window(samples, 0, 28_000), new Window(samples, 28_000, 28_000));
        assertThat(Comparison.STRETCHES.shortCuts(samples))
                .containsExactly(new Window(samples, 0, 24_000), new Window(samples, 24_000, 24_000));
    }
}
