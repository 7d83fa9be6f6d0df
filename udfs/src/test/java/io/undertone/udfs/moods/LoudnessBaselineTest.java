package io.undertone.udfs.moods;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LoudnessBaselineTest {
    private final LoudnessBaseline baseline = new LoudnessBaseline();

    @Test
    void the_five_seconds_before_the_last_two_say_what_is_usual() {
        for (double lufs : new double[] {-20, -22, -24, -26, -28, -40, -40}) {
            assertThat(baseline.hear(lufs)).isNull();
        }
        assertThat(baseline.hear(-16.0004)).isEqualTo(8.0);
        assertThat(baseline.deltaDb).isEqualTo(8.0);
        assertThat(baseline.lufs).isEqualTo(-16.0004);
    }

    @Test
    void three_loud_seconds_are_held_against_what_was_usual_before_them_and_then_become_usual() {
        for (int i = 0; i < 7; i++) {
            baseline.hear(-24.0);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(baseline.hear(-12.0)).isEqualTo(12.0);
        }
        assertThat(baseline.hear(-12.0))
                .as("against the mean of −24 seven times and −12 once")
                .isEqualTo(10.5);
    }

    @Test
    void what_is_hardly_audible_counts_nowhere() {
        for (int i = 0; i < 7; i++) {
            baseline.hear(-24.0);
            assertThat(baseline.hear(null)).isNull();
        }
        assertThat(baseline.seconds).isEqualTo(5);
        assertThat(baseline.hear(-20.0)).isEqualTo(4.0);
        assertThat(baseline.hear(null)).isNull();
        assertThat(baseline.deltaDb).as("of the last that counted").isEqualTo(4.0);
    }
}
