package io.undertone.udfs.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegLikenessTest {
    private static final int SECOND = 8_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 800, -2_345, 4_000, -4_000})
    void a_leg_that_repeats_the_other_softer_and_later_is_the_same_signal(int lag) {
        short[] noise = noise(1, 12 * SECOND);
        LikenessState state = heard(noise, shifted(noise, lag, 0.5), 10 * SECOND);

        assertThat(state.judged).isTrue();
        assertThat(state.same).isTrue();
        assertThat(state.lag).isEqualTo(lag);
    }

    @Test
    void two_legs_that_share_less_are_two_signals() {
        short[] one = noise(1, 12 * SECOND);
        short[] other = noise(2, 12 * SECOND);
        short[] half = new short[one.length];
        for (int i = 0; i < half.length; i++) {
            half[i] = (short) ((one[i] + other[i]) / 2);
        }

        assertThat(heard(one, other, 10 * SECOND).same).isFalse();
        assertThat(heard(one, half, 10 * SECOND).same).isFalse();
        assertThat(heard(one, new short[one.length], 10 * SECOND).same).isFalse();
    }

    @Test
    void a_lag_beyond_half_a_second_is_not_looked_for() {
        short[] noise = noise(1, 12 * SECOND);

        assertThat(heard(noise, shifted(noise, 4_100, 1), 10 * SECOND).same).isFalse();
    }

    @Test
    void it_is_judged_once_after_ten_seconds() {
        short[] noise = noise(1, 12 * SECOND);
        assertThat(heard(noise, noise, 8 * SECOND).judged).isFalse();

        LikenessState state = heard(noise, noise, 10 * SECOND);
        assertThat(state.judged).isTrue();
        LegLikeness.hear(state, noise(3, 2 * SECOND), noise(4, 2 * SECOND));
        assertThat(state.same).isTrue();
    }

    @Test
    void a_block_of_another_length_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LegLikeness.hear(new LikenessState(), new short[16_000], new short[8_000]))
                .withMessage("need blocks of 16000 samples, got 16000 and 8000");
    }

    private static LikenessState heard(short[] one, short[] other, int samples) {
        var state = new LikenessState();
        for (int at = 0; at < samples; at += LegLikeness.BLOCK) {
            int to = at + LegLikeness.BLOCK;
            LegLikeness.hear(state, Arrays.copyOfRange(one, at, to), Arrays.copyOfRange(other, at, to));
        }
        return state;
    }

    /** {@code lag} samples later. */
    private static short[] shifted(short[] samples, int lag, double gain) {
        short[] shifted = new short[samples.length];
        for (int i = Math.max(0, lag); i < Math.min(samples.length, samples.length + lag); i++) {
            shifted[i] = (short) (samples[i - lag] * gain);
        }
        return shifted;
    }

    private static short[] noise(long seed, int samples) {
        var random = new Random(seed);
        short[] noise = new short[samples];
        for (int i = 0; i < samples; i++) {
            noise[i] = (short) (random.nextGaussian() * 3_000);
        }
        return noise;
    }
}
