package io.undertone.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StretchTest {
    @Test
    void seconds_become_samples() {
        assertThat(Stretch.parse("30-36.5")).isEqualTo(new Stretch(240_000, 292_000));
        assertThat(Stretch.parse(" 0-0.02 ")).isEqualTo(new Stretch(0, 160));
    }

    @Test
    void stretches_that_only_meet_do_not_overlap() {
        var stretch = new Stretch(100, 200);

        assertThat(stretch.overlaps(0, 100)).isFalse();
        assertThat(stretch.overlaps(0, 101)).isTrue();
        assertThat(stretch.overlaps(199, 300)).isTrue();
        assertThat(stretch.overlaps(200, 300)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5-", "-5-6", "a-b", "1:30-2:00", "5-6-7", "1e3-2e3"})
    void what_is_not_from_to_is_refused(String text) {
        assertThatThrownBy(() -> Stretch.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need FROM-TO in seconds, such as 30-36.5, got '%s'", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6-5", "5-5"})
    void a_stretch_without_length_is_refused(String text) {
        assertThatThrownBy(() -> Stretch.parse(text)).hasMessageStartingWith("need 0 <= FROM < TO, got FROM=");
    }
}
