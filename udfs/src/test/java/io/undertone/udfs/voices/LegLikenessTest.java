package io.undertone.udfs.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegLikenessTest {
    private static final int SECOND = 8_000;
    private static final int TWENTY_MILLIS = 160;

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
    void it_is_judged_once_after_ten_seconds_and_forgets_the_samples() {
        short[] noise = noise(1, 12 * SECOND);
        LikenessState early = heard(noise, noise, 10 * SECOND - TWENTY_MILLIS);
        assertThat(early.judged).isFalse();
        assertThat(LegLikeness.wants(early, false)).isTrue();

        LikenessState state = heard(noise, noise, 10 * SECOND);
        assertThat(state.one).isEmpty();
        assertThat(LegLikeness.wants(state, true)).isFalse();
        LegLikeness.hear(state, state.end, noise(3, SECOND), noise(4, SECOND), 0, SECOND);
        assertThat(state.same).isTrue();
    }

    @Test
    void a_block_with_a_gap_begins_anew_and_silence_is_not_wanted() {
        short[] noise = noise(1, 2 * SECOND);
        var state = new LikenessState();
        assertThat(LegLikeness.wants(state, false)).isFalse();
        LegLikeness.hear(state, 0, noise, noise, 0, SECOND);
        LegLikeness.hear(state, 5 * SECOND, noise, noise, 0, SECOND);

        assertThat(state.blocks).isZero();
        assertThat(state.filled).isEqualTo(SECOND);
    }

    @Test
    void a_short_call_is_judged_by_the_blocks_it_had() {
        short[] noise = noise(1, 12 * SECOND);
        LikenessState four = heard(noise, noise, 4 * SECOND);
        LegLikeness.finish(four);
        LikenessState one = heard(noise, noise, SECOND);
        LegLikeness.finish(one);

        assertThat(four.same).isTrue();
        assertThat(one.judged).isFalse();
    }

    private static LikenessState heard(short[] one, short[] other, int samples) {
        var state = new LikenessState();
        for (int at = 0; at < samples; at += TWENTY_MILLIS) {
            LegLikeness.hear(state, at, one, other, at, at + TWENTY_MILLIS);
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
