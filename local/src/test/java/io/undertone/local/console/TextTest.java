package io.undertone.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2Jcall", "\rcall", "\u202ecall", "\u2028call", "\u009bcall"})
    void what_would_move_a_cursor_or_turn_a_line_around_is_made_plain(String hostile) {
        assertThat(Text.plain(hostile, 40)).matches("\\?(\\[2J)?call");
    }

    @Test
    void what_is_too_long_ends_in_an_ellipsis() {
        assertThat(Text.plain("billing_complaint", 8)).isEqualTo("billing…");
        assertThat(Text.plain("billing_", 8)).isEqualTo("billing_");
    }
}
