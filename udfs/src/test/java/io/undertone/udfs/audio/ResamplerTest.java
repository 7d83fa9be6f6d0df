package io.undertone.udfs.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

    @ParameterizedTest
    @CsvSource({"8000,16000", "16000,8000", "44100,16000", "8000,8000"})
    void floats_are_resampled_by_the_same_filter(int fromHz, int toHz) {
        short[] in = Signals.noise(7, 4000);
        float[] floats = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = (short) (in[i] / 2);
            floats[i] = in[i] / 32_768f;
        }
        var resampler = new Resampler(fromHz, toHz);
        short[] expected = resampler.resample(Arrays.copyOfRange(in, 300, 3300));
        float[] out = new float[expected.length + 5];

        resampler.resample(floats, 300, 3000, out, 5);

        assertThat(resampler.outputLength(3000)).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(out[5 + i] * 32_768).isCloseTo(expected[i], within(0.51f));
        }
    }

    @Test
    void floats_are_resampled_without_allocating() {
        var resampler = new Resampler(8000, 16_000);
        float[] in = new float[800];
        float[] out = new float[1600];

        assertThat(Allocations.ofAThousand(() -> resampler.resample(in, 0, 800, out, 0)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"8000,16000", "16000,8000", "44100,16000", "8000,11025"})
    void no_fewer_samples_give_as_many(int fromHz, int toHz) {
        var resampler = new Resampler(fromHz, toHz);
        for (int count = 1; count < 500; count++) {
            int needed = resampler.inputLength(count);

            assertThat(resampler.outputLength(needed)).isGreaterThanOrEqualTo(count);
            assertThat(resampler.outputLength(needed - 1)).isLessThan(count);
        }
    }

    @Test
    void a_rate_of_nothing_is_refused() {
        assertThatThrownBy(() -> new Resampler(0, 8000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 0 and 8000");
    }
}
