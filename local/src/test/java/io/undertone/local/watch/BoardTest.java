package io.undertone.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.local.live.CallTimeline;
import io.undertone.local.live.HeardSecond;
import io.undertone.local.live.Told;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What somebody sees who watches. */
class BoardTest {
    private static final int HIGH = 100;

    @Test
    void a_line_says_who_speaks_how_loudly_and_in_what_mood() {
        CallTimeline call = call("a");
        for (int second = 0; second < 40; second++) {
            call.hear(Told.silence("agent", second));
            call.hear(Told.speech("customer", second, second < 20 ? 0.0 : 1.0));
        }
        assertThat(Board.of(List.of(new OpenCall(call, 0)), HIGH))
                .containsExactly(
                        "calls open 1 · with alerts 0",
                        "",
                        "call   time   speaks     loudness                            negative, last 30 s              alert",
                        "a      0:40   CUSTOMER   agent ········  customer ██████··   ▁▁▁▁▁▁▁▁▁▁████████████████████");
    }

    @Test
    void calls_with_urgent_alerts_come_first_with_the_reason() {
        CallTimeline medium = alerting("medium", "MEDIUM");
        CallTimeline high = alerting("high", "HIGH");
        CallTimeline calm = call("calm");
        assertThat(Board.of(List.of(open(calm), open(medium), open(high)), HIGH))
                .extracting(line -> line.replaceFirst(" .*", ""))
                .containsExactly("calls", "", "call", "high", "medium", "calm");
        assertThat(Board.of(List.of(open(high)), HIGH).get(3))
                .endsWith("HIGH frustration since 0:50: negative 0.71, threshold 0.60");
    }

    @Test
    void an_alert_that_was_cleared_is_gone() {
        CallTimeline call = alerting("a", "HIGH");
        call.alert(Told.alert("a", 1, "CLEARED", "HIGH"));
        assertThat(Board.of(List.of(open(call)), HIGH))
                .contains("calls open 1 · with alerts 0")
                .noneMatch(line -> line.contains("frustration"));
    }

    @Test
    void silence_of_a_minute_and_the_end_are_told_in_words() {
        assertThat(Board.of(List.of(new OpenCall(call("a"), 23_400)), HIGH))
                .anyMatch(line -> line.contains("no news for 0:23"));
        CallTimeline ended = call("a");
        ended.end(Told.end());
        assertThat(Board.of(List.of(open(ended)), HIGH)).anyMatch(line -> line.contains("ended"));
    }

    @Test
    void moods_that_were_taken_back_are_not_shown() {
        CallTimeline call = call("a");
        call.hear(Told.speech("customer", 1, 0.9));
        call.withdraw("customer");
        assertThat(Board.of(List.of(open(call)), HIGH))
                .anyMatch(line -> line.contains("withdrawn"))
                .noneMatch(line -> line.contains("▇"));
    }

    @Test
    void voices_on_one_leg_are_named_as_they_are_known() {
        CallTimeline call = new CallTimeline(Told.CALL, 60);
        call.hear(new HeardSecond("mixed", "UNKNOWN", 0, true, -24.0, 0, "AGENT", "robert", null, null));
        assertThat(Board.of(List.of(open(call)), HIGH)).anyMatch(line -> line.contains("AGENT robert"));
    }

    @Test
    void no_more_lines_are_drawn_than_a_terminal_has() {
        List<OpenCall> calls =
                IntStream.range(0, 50).mapToObj(i -> open(call("c" + i))).toList();
        assertThat(Board.of(calls, 24)).hasSize(24).last().isEqualTo("… and 30 more");
    }

    private static CallTimeline call(String callId) {
        var call = new CallTimeline(Told.call(callId), 60);
        call.hear(Told.silence("customer", 0));
        return call;
    }

    private static CallTimeline alerting(String callId, String severity) {
        CallTimeline call = call(callId);
        call.alert(Told.alert(callId, 0, "RAISED", severity));
        return call;
    }

    private static OpenCall open(CallTimeline call) {
        return new OpenCall(call, 0);
    }
}
