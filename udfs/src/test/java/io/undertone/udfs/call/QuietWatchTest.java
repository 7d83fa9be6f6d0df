package io.undertone.udfs.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuietWatchTest {
    private final QuietWatch watch = new QuietWatch(5_000, 1_000, 10_000);

    @Test
    void it_is_quiet_since_the_subtask_opened() {
        assertThat(watch.quietSinceMillis()).isEqualTo(5_000);
    }

    @Test
    void a_subtask_that_keeps_up_stays_quiet_since_then() {
        for (long now = 5_000; now <= 60_000; now += 1_000) {
            watch.observe(now);
        }
        watch.observeRecord(60_500, 50_500);

        assertThat(watch.quietSinceMillis()).isEqualTo(5_000);
    }

    @Test
    void being_blocked_for_over_a_second_starts_anew() {
        watch.observe(6_000);
        watch.observe(7_001);

        assertThat(watch.quietSinceMillis()).isEqualTo(7_001);
    }

    @Test
    void a_record_older_than_10_s_starts_anew() {
        watch.observe(5_900);
        watch.observeRecord(6_000, 6_000 - 10_001);

        assertThat(watch.quietSinceMillis()).isEqualTo(6_000);
    }

    @Test
    void a_record_after_a_stall_shows_the_stall() {
        watch.observeRecord(9_000, 8_990);

        assertThat(watch.quietSinceMillis()).isEqualTo(9_000);
    }

    @Test
    void a_clock_that_is_set_back_is_no_stall_and_moves_nothing_back() {
        watch.observe(5_500);
        watch.observe(3_000);
        watch.observe(5_600);
        watch.observeRecord(3_000, -20_000);

        assertThat(watch.quietSinceMillis()).isEqualTo(5_000);
    }

    @Test
    void a_stamp_in_the_future_is_no_backlog() {
        watch.observeRecord(5_100, 90_000);

        assertThat(watch.quietSinceMillis()).isEqualTo(5_000);
    }
}
