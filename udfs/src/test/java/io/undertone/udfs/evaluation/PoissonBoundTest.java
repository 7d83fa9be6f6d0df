package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonBoundTest {
    /** Half of the 95th percentile of chi-square with 2 (k + 1) degrees of freedom, by scipy 1.17. */
    @ParameterizedTest
    @CsvSource({"0, 2.995732", "1, 4.743865", "2, 6.295794", "10, 16.962219", "100, 118.079273"})
    void few_events_bound_their_rate_as_chi_square_says(int events, double bound) {
        assertThat(PoissonBound.upper(events)).isCloseTo(bound, within(1e-6));
    }
}
