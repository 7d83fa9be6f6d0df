package io.undertone.job.services;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that contradict themselves are refused. */
final class LimitsTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0"})
    void a_breaker_that_cannot_work(int requests, int openMillis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BreakerSettings(requests, openMillis))
                .withMessageContaining("need requests >= 2 and open_ms >= 1");
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 1, 1, 1", "1, 0, 1, 1, 1", "1, 1, 0, 1, 1", "1, 1, 1, 0, 1", "1, 1, 1, 2, 1"})
    void patience_that_is_none(int total, int request, int attempts, int backoff, int longest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Patience(total, request, attempts, backoff, longest))
                .withMessageContaining("need");
    }
}
