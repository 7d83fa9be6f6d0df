package io.undertone.udfs.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
    private static final int EDGE = 400;

    @ParameterizedTest
    @ValueSource(ints = {6000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000})
    void tones_of_speech_pass_unchanged(int fromHz) {
        double highest = Math.min(3400, 0.425 * fromHz);
        for (double hz : new double[] {100, 300, 1000, 0.6 * highest, highest}) {
            short[] out = new Resampler(fromHz, 8000).resample(Signals.sine(fromHz, hz, -6, 1));

            assertThat(Signals.levelAt(out, EDGE, out.length - EDGE, 8000, hz)).isCloseTo(-6, within(0.05));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "16000,4010",
        "16000,4600",
        "16000,7000",
        "44100,4100",
        "44100,7900",
        "44100,12000",
        "48000,4600",
        "48000,23000"
    })
    void tones_above_half_the_rate_vanish(int fromHz, double hz) {
        short[] out = new Resampler(fromHz, 8000).resample(Signals.sine(fromHz, hz, 0, 1));

        // Of silence nothing is left but the rounding of single samples.
        assertThat(Signals.rmsLevel(out, EDGE, out.length - EDGE)).isLessThan(-75);
    }

    @Test
    void raising_the_rate_makes_no_images() {
        short[] out = new Resampler(6000, 8000).resample(Signals.sine(6000, 2500, -6, 1));

        assertThat(Signals.levelAt(out, EDGE, out.length - EDGE, 8000, 3500)).isLessThan(-80);
    }

    @Test
    void the_output_lies_on_the_time_of_the_input() {
        short[] out = new Resampler(44_100, 8000).resample(Signals.sine(44_100, 700, -6, 1));
        short[] expected = Signals.sine(8000, 700, -6, 1);

        for (int i = EDGE; i < out.length - EDGE; i++) {
            assertThat((int) out[i]).isCloseTo(expected[i], within(3));
        }
    }

    @ParameterizedTest
    @CsvSource({"16000,8000,16001,8001", "44100,8000,44100,8000", "44100,8000,1,1", "6000,8000,3,4", "8000,8000,5,5"})
    void the_length_is_that_of_the_recording(int fromHz, int toHz, int in, int out) {
        assertThat(new Resampler(fromHz, toHz).resample(new short[in])).hasSize(out);
    }

    @Test
    void full_scale_clips_instead_of_wrapping() {
        short[] square = new short[16_000];
        for (int i = 0; i < square.length; i++) {
            square[i] = i / 40 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }

        short[] out = new Resampler(16_000, 8000).resample(square);

        for (int i = 20; i < 8_000 - 20; i++) {
            assertThat(out[i] > 0).isEqualTo(i / 20 % 2 == 0);
        }
    }

    @Test
    void a_rate_of_nothing_is_refused() {
        assertThatThrownBy(() -> new Resampler(0, 8000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 0 and 8000");
    }
}
