package io.undertone.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CallTimesTest {
    private static final CallTimes TIMES = new CallTimes(new CallId("acme", "c-1", 1_767_607_200_123_456L, 0));

    @Test
    void a_call_starts_at_its_first_record_to_the_microsecond() {
        assertThat(TIMES.start()).isEqualTo(Instant.parse("2026-01-05T10:00:00.123456Z"));
    }

    @Test
    void a_sample_is_an_eighth_of_a_millisecond() {
        assertThat(TIMES.at(1)).isEqualTo(Instant.parse("2026-01-05T10:00:00.123581Z"));
        assertThat(TIMES.at(8_000)).isEqualTo(Instant.parse("2026-01-05T10:00:01.123456Z"));
        assertThat(CallTimes.seconds(1)).isEqualTo(0.000_125);
        assertThat(CallTimes.seconds(4_000)).isEqualTo(0.5);
    }

    @Test
    void the_last_sample_of_the_last_call_that_can_be_is_an_instant_all_the_same() {
        long latest = MediaContract.micros(Instant.parse("2100-01-01T00:00:00Z"));
        var times = new CallTimes(new CallId("acme", "c-1", latest, 0));
        assertThat(times.at(CallTimes.LAST_SAMPLE)).isEqualTo(Instant.parse("2100-02-01T00:00:00Z"));
        assertThat(CallTimes.seconds(CallTimes.LAST_SAMPLE)).isEqualTo(2_678_400);
    }
}
