package io.undertone.udfs.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LevelTest {
    @Test
    void the_gain_brings_samples_to_their_level() {
        float[] square = {9, 0.1f, -0.1f, 0.1f, -0.1f, 9};

        assertThat(Level.gain(square, 1, 4, -20)).isCloseTo(1, within(1e-6));
        assertThat(Level.gain(square, 1, 4, -26)).isCloseTo(0.501187, within(1e-6));
        assertThat(Level.gain(square, 1, 4, 0)).isCloseTo(10, within(1e-5));
    }

    @Test
    void silence_is_left_alone() {
        assertThat(Level.gain(new float[100], 0, 100, -26)).isEqualTo(1);
        assertThat(Level.gain(new float[0], 0, 0, -26)).isEqualTo(1);
        assertThat(Level.gain(new float[] {5e-6f, -5e-6f}, 0, 2, -26)).isEqualTo(1);
    }

    @Test
    void one_step_of_16_bits_is_no_silence() {
        assertThat(Level.gain(new float[] {1 / 32_768f, -1 / 32_768f}, 0, 2, -26))
                .isGreaterThan(1000);
    }
}
