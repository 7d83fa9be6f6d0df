package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EqualErrorRateTest {
    @Test
    void voices_that_are_told_apart_always_have_none() {
        assertThat(EqualErrorRate.of(new float[] {0.9f, 0.8f}, new float[] {0.3f, 0.2f, 0.7f}))
                .isZero();
    }

    @Test
    void voices_that_are_always_mistaken_have_all() {
        assertThat(EqualErrorRate.of(new float[] {0.1f}, new float[] {0.9f})).isEqualTo(1);
    }

    @Test
    void it_is_where_both_errors_are_equal() {
        // At 0.7: one of three different pairs is accepted, one of three same pairs (0.4) refused.
        double rate = EqualErrorRate.of(new float[] {0.9f, 0.8f, 0.4f}, new float[] {0.7f, 0.3f, 0.2f});
        assertThat(rate).isEqualTo(1 / 3.0, within(1e-12));
    }

    @Test
    void it_is_the_mean_where_both_errors_are_closest() {
        // At 0.8: a third of the different pairs is accepted, half of the same pairs refused.
        double rate = EqualErrorRate.of(new float[] {0.9f, 0.6f}, new float[] {0.8f, 0.5f, 0.1f});
        assertThat(rate).isEqualTo((1 / 3.0 + 1 / 2.0) / 2, within(1e-12));
    }

    /** The figure is that of {@code metrics.eer} of these scores. */
    @Test
    void it_is_what_the_recipes_compute() {
        float[] same = wave(60, 0.55, 1.7);
        float[] different = wave(400, 0.25, 2.3);
        assertThat(EqualErrorRate.of(same, different)).isEqualTo(0.36333333333333334, within(1e-12));
    }

    @Test
    void without_pairs_of_both_kinds_there_is_no_rate() {
        assertThatThrownBy(() -> EqualErrorRate.of(new float[0], new float[] {0.5f}))
                .hasMessage("need same and different pairs, got 0 and 1");
    }

    private static float[] wave(int count, double mean, double step) {
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            scores[i] = (float) (Math.rint(1e3 * (mean + 0.35 * Math.sin(step * i))) / 1e3);
        }
        return scores;
    }
}
