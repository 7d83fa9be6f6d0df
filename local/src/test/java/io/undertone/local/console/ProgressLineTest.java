package io.undertone.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter console = new StringWriter();
    private final AtomicLong now = new AtomicLong();

    @Test
    void a_terminal_shows_one_line_that_is_rewritten() {
        try (var line = line(true)) {
            line.show("calls open 1");
            now.set(TimeUnit.MILLISECONDS.toNanos(1_500));
            line.show("calls open 2");
        }
        assertThat(console)
                .hasToString("\r0:00  calls open 1\u001b[K\r0:01  calls open 2\u001b[K" + System.lineSeparator());
    }

    @Test
    void elsewhere_a_line_is_repeated_every_five_seconds() {
        try (var line = line(false)) {
            for (int second = 0; second <= 11; second++) {
                now.set(TimeUnit.SECONDS.toNanos(second));
                line.show("calls open " + second);
            }
        }
        assertThat(console.toString().lines())
                .containsExactly("0:00  calls open 0", "0:05  calls open 5", "0:10  calls open 10");
    }

    @Test
    void what_happens_stands_above_the_line() {
        try (var line = line(true)) {
            line.show("calls open 1");
            line.say("Alert");
            line.show("calls open 2");
        }
        String end = System.lineSeparator();
        assertThat(console)
                .hasToString(
                        "\r0:00  calls open 1\u001b[K\r\u001b[KAlert" + end + "\r0:00  calls open 2\u001b[K" + end);
    }

    private ProgressLine line(boolean inPlace) {
        return new ProgressLine(new PrintWriter(console), inPlace, now::get);
    }
}
