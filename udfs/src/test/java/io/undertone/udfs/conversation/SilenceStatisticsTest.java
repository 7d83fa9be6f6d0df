package io.undertone.udfs.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceStatisticsTest {

    private static final int RATE = 8_000;

    @Test
    void the_worked_example_comes_out_as_designed() {
        SilenceStatistics statistics = of(0.90, 71.5, 0.04, 1.20, 0.06, 0.78, 0.08, 0.90);
        assertThat(statistics.count()).isEqualTo(8);
        assertThat(statistics.totalSeconds()).isEqualTo(75.46);
        assertThat(statistics.meanSeconds()).isEqualTo(9.4325);
        assertThat(statistics.sigmaSeconds()).isCloseTo(23.4631, within(5e-5));
        assertThat(statistics.thresholdStdSeconds()).isCloseTo(23.2285, within(5e-5));
        assertThat(statistics.medianSeconds()).isEqualTo(0.84);
        assertThat(statistics.q1Seconds()).isEqualTo(0.06);
        assertThat(statistics.q3Seconds()).isEqualTo(0.90);
        assertThat(statistics.iqrSeconds()).isEqualTo(0.84);
        assertThat(statistics.thresholdIqrSeconds()).isEqualTo(2.10);
        assertThat(statistics.maxSeconds()).isEqualTo(71.5);
        assertThat(statistics.totalStdSeconds()).isEqualTo(71.5);
        assertThat(statistics.totalIqrSeconds()).isEqualTo(71.5);
    }

    @Test
    void without_silences_the_totals_are_zero_and_nothing_else_is_known() {
        assertThat(of())
                .isEqualTo(new SilenceStatistics(0, 0, null, null, null, null, null, null, null, null, null, 0, 0));
    }

    @Test
    void a_single_silence_is_its_own_quartiles_and_counts() {
        assertThat(of(2.5))
                .isEqualTo(new SilenceStatistics(1, 2.5, 2.5, 2.5, 0.0, 2.5, 2.5, 0.0, 2.5, 0.0, 2.5, 2.5, 2.5));
    }

    @Test
    void of_two_silences_both_quartiles_are_the_shorter_one() {
        SilenceStatistics statistics = of(3.0, 1.0);
        assertThat(statistics.medianSeconds()).isEqualTo(2.0);
        assertThat(List.of(1.0, 1.0)).containsExactly(statistics.q1Seconds(), statistics.q3Seconds());
        assertThat(statistics.sigmaSeconds()).isEqualTo(1.0);
        assertThat(statistics.thresholdIqrSeconds()).isEqualTo(2.0);
        assertThat(statistics.totalIqrSeconds()).isEqualTo(3.0);
        assertThat(statistics.thresholdStdSeconds()).isEqualTo(0.99);
        assertThat(statistics.totalStdSeconds()).isEqualTo(4.0);
    }

    @Test
    void the_median_of_an_odd_number_is_the_one_in_the_middle() {
        assertThat(of(9.0, 1.0, 2.0).medianSeconds()).isEqualTo(2.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 1_000})
    void of_equal_silences_sigma_is_zero_and_every_one_counts(int count) {
        double[] gaps = new double[count];
        Arrays.fill(gaps, 0.7);
        SilenceStatistics statistics = of(gaps);
        assertThat(statistics.sigmaSeconds()).isZero();
        assertThat(statistics.thresholdStdSeconds()).isZero();
        assertThat(statistics.thresholdIqrSeconds()).isEqualTo(0.7);
        assertThat(statistics.totalStdSeconds()).isEqualTo(statistics.totalSeconds());
        assertThat(statistics.totalIqrSeconds()).isEqualTo(statistics.totalSeconds());
    }

    @Test
    void the_factors_are_settings() {
        long[] gaps = {8_000, 24_000};
        SilenceStatistics statistics = SilenceStatistics.of(gaps, RATE, new SilenceSettings(2, 0));
        assertThat(statistics.thresholdStdSeconds()).isEqualTo(2.0);
        assertThat(statistics.totalStdSeconds()).isEqualTo(3.0);
    }

    @Test
    void the_lengths_handed_in_stay_as_they_were() {
        long[] gaps = {3, 1, 2};
        SilenceStatistics.of(gaps, RATE, SilenceSettings.DEFAULTS);
        assertThat(gaps).containsExactly(3, 1, 2);
    }

    @Test
    void a_silence_of_no_length_and_a_rate_of_zero_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SilenceStatistics.of(new long[] {1, 0}, RATE, SilenceSettings.DEFAULTS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SilenceStatistics.of(new long[0], 0, SilenceSettings.DEFAULTS));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_factor_that_is_no_factor_is_refused(double factor) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SilenceSettings(factor, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new SilenceSettings(0.99, factor));
    }

    private static SilenceStatistics of(double... seconds) {
        long[] samples =
                Arrays.stream(seconds).mapToLong(s -> Math.round(s * RATE)).toArray();
        return SilenceStatistics.of(samples, RATE, SilenceSettings.DEFAULTS);
    }
}
