package io.undertone.udfs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class AudioRetentionTest {
    private final AudioRetention retention = new AudioRetention(24, 168);

    @Test
    void a_complete_report_starts_the_clock_whatever_came_before() {
        assertThat(retention.dueMillis(null, true, 100)).isEqualTo(124);
        assertThat(retention.dueMillis(168L, true, 100)).isEqualTo(124);
        assertThat(retention.dueMillis(110L, true, 100)).isEqualTo(124);
    }

    @Test
    void an_incomplete_report_leaves_more_time_and_a_second_one_no_more() {
        assertThat(retention.dueMillis(null, false, 100)).isEqualTo(268);
        assertThat(retention.dueMillis(268L, false, 200)).isEqualTo(268);
        assertThat(retention.dueMillis(124L, false, 110)).isEqualTo(124);
    }

    @Test
    void an_incomplete_report_never_shortens_what_a_complete_one_has() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new AudioRetention(24, 23));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new AudioRetention(0, 23));
    }
}
