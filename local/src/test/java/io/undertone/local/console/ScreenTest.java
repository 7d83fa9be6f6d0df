package io.undertone.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {
    private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?7l";
    private static final String LEAVE = "\u001b[?7h\u001b[?25h\u001b[?1049l";

    private final StringWriter console = new StringWriter();

    @Test
    void each_page_is_drawn_over_the_one_before() {
        try (var screen = new Screen(new PrintWriter(console))) {
            screen.draw(List.of("one", "two"));
            screen.draw(List.of("three"));
        }
        assertThat(console)
                .hasToString(
                        ENTER + "\u001b[Hone\u001b[K\r\ntwo\u001b[K\u001b[J" + "\u001b[Hthree\u001b[K\u001b[J" + LEAVE);
    }

    @Test
    void a_terminal_is_given_back_once_and_nothing_is_drawn_on_it_after_that() {
        var screen = new Screen(new PrintWriter(console));
        screen.close();
        screen.draw(List.of("late"));
        screen.close();
        assertThat(console).hasToString(ENTER + LEAVE);
    }

    @ParameterizedTest
    @CsvSource({"50 132, 50", "0 0, 24", "'', 24", "not a terminal, 24"})
    void a_terminal_that_does_not_say_how_high_it_is_has_24_lines(String answer, int rows) {
        assertThat(TerminalHeight.rows(answer + "\n")).isEqualTo(rows);
    }
}
