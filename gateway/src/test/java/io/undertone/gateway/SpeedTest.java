package io.undertone.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpeedTest {
    @Test
    void a_second_of_media_takes_so_much_of_the_wall_clock() {
        assertThat(Speed.parse("1").wallNanos(1_000_000)).isEqualTo(1_000_000_000);
        assertThat(Speed.parse("8").wallNanos(1_000_000)).isEqualTo(125_000_000);
        assertThat(Speed.parse("0.25").wallNanos(1_000_000)).isEqualTo(4_000_000_000L);
        assertThat(Speed.parse("max").wallNanos(4L * 3600 * 1_000_000)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "fast", "", "NaN", "1x", "Infinity"})
    void what_is_no_speed_is_refused(String text) {
        assertThatThrownBy(() -> Speed.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
