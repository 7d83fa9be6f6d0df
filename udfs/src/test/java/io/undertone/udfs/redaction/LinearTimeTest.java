package io.undertone.udfs.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Time is linear in the text: what makes careless readers go back again and again costs about a microsecond a character. */
class LinearTimeTest {
    private static final int MEGABYTE = 1 << 20;

    /** Measured 2 s of CPU at most for a megabyte; quadratic time would be hours. */
    private static final Duration A_MEGABYTE = Duration.ofSeconds(20);

    private final Redactor redactor = new Redactor(RedactionSettings.DEFAULT);

    static Stream<String> adversaries() {
        return Stream.of(
                "4",
                "4 ",
                "four ",
                "41 ",
                "a@",
                "@",
                "a.",
                "a ",
                "a at ",
                "a dot ",
                "at ",
                "at a.",
                "user at example dot ",
                "four thousand ",
                "double ",
                "s as in sam ",
                "my username is ",
                "what is your username? ",
                "username a1 ",
                "my email is ",
                "security code ",
                "card number ",
                "gmail ",
                "alpha ",
                "all ",
                "underscore ",
                "- ",
                "-",
                "\u0301",
                "oh for ",
                "1 and uh ",
                "my password is a1b2. ",
                "ab12",
                "(",
                "'",
                "e-",
                "c v ");
    }

    @ParameterizedTest
    @MethodSource("adversaries")
    void one_adversary_over_and_over_takes_linear_time(String piece) {
        redactor.redact(halves("warm up " + piece));

        Duration taken = cpuOf(halves(piece.repeat(MEGABYTE / 8 / piece.length())));

        assertThat(taken).isLessThan(A_MEGABYTE.dividedBy(4));
    }

    @Test
    void a_megabyte_of_all_of_them_takes_seconds() {
        String all = String.join("", adversaries().toList());

        Duration taken = cpuOf(halves(all.repeat(MEGABYTE / all.length())));

        assertThat(taken).isLessThan(A_MEGABYTE);
    }

    private Duration cpuOf(List<SpokenLine> lines) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        redactor.redact(lines);
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }

    private static List<SpokenLine> halves(String text) {
        return List.of(
                new SpokenLine("agent", 1, text.substring(0, text.length() / 2)),
                new SpokenLine("customer", 1, text.substring(text.length() / 2)));
    }
}
