package io.undertone.udfs.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfBandDecimatorTest {
    private static final int DELAY = 13;

    @ParameterizedTest
    @ValueSource(doubles = {50, 300, 1000, 2000, 3000, 3400})
    void tones_of_speech_pass(double hz) {
        short[] out = decimated(Signals.sine(16_000, hz, -6, 1));

        assertThat(Signals.levelAt(out, 100, 7_900, 8000, hz)).isCloseTo(-6, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {4600, 5000, 6000, 7000, 7900})
    void tones_that_would_alias_vanish(double hz) {
        short[] out = decimated(Signals.sine(16_000, hz, 0, 1));

        assertThat(Signals.levelAt(out, 100, 7_900, 8000, 8000 - hz)).isLessThan(-67);
    }

    @Test
    void the_delay_is_thirteen_samples() {
        short[] impulse = new short[200];
        impulse[40] = 20_000;

        short[] out = decimated(impulse);

        assertThat(out[20 + DELAY]).isEqualTo((short) 10_000);
        assertThat(out[20 + DELAY - 1]).isEqualTo((short) 0);
        assertThat(out[20 + DELAY + 1]).isEqualTo((short) 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void however_the_stream_is_cut_the_output_is_the_same(long seed) {
        var random = new Random(seed);
        short[] in = Signals.noise(seed, 16_001);
        short[] out = new short[8_000];
        var state = new HalfBandState();

        int written = 0;
        for (int at = 0; at < in.length; ) {
            int end = Math.min(in.length, at + random.nextInt(0, 400));
            written += HalfBandDecimator.decimate(state, in, at, end, out, written);
            at = end;
        }

        assertThat(written).isEqualTo(8_000);
        assertThat(out).isEqualTo(decimated(in));
    }

    @Test
    void full_scale_clips_instead_of_wrapping() {
        short[] step = new short[400];
        Arrays.fill(step, 200, 400, Short.MAX_VALUE);
        Arrays.fill(step, 0, 200, Short.MIN_VALUE);

        short[] out = decimated(step);

        for (int i = 100 + DELAY + 1; i < 200; i++) {
            assertThat((int) out[i]).isGreaterThan(28_000);
        }
    }

    @Test
    void decimating_allocates_nothing() {
        var state = new HalfBandState();
        short[] in = Signals.noise(6, 320);
        short[] out = new short[160];

        assertThat(Allocations.ofAThousand(() -> HalfBandDecimator.decimate(state, in, 0, 320, out, 0)))
                .isZero();
    }

    private static short[] decimated(short[] in) {
        short[] out = new short[in.length / 2];
        assertThat(HalfBandDecimator.decimate(new HalfBandState(), in, 0, in.length, out, 0))
                .isEqualTo(out.length);
        return out;
    }
}
