package io.undertone.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallTimelineTest {
    private static final int KEPT = 10;

    private final CallTimeline call = new CallTimeline(Told.CALL, KEPT);

    @Test
    void a_second_that_is_told_again_changes_nothing() {
        call.hear(Told.speech("customer", 0, 0.2));
        call.hear(Told.speech("customer", 1, 0.3));
        call.hear(Told.speech("customer", 0, 0.9));
        assertThat(customer().seconds())
                .extracting(HeardSecond::moods)
                .containsExactly(Told.moods(0.2), Told.moods(0.3));
    }

    @Test
    void a_window_that_is_told_again_counts_once_wherever_it_stands() {
        for (int round = 0; round < 2; round++) {
            call.judge(Told.window(1, 4, 0.2));
            call.judge(Told.failedWindow(2, 5));
        }
        assertThat(customer().windows()).extracting(MoodWindow::number).containsExactly(1, 2);
        assertThat(customer().windowCount()).isEqualTo(2);
        assertThat(customer().failedWindows()).isEqualTo(1);
    }

    @Test
    void legs_have_seconds_and_windows_of_their_own() {
        call.hear(Told.silence("agent", 7));
        call.hear(Told.silence("customer", 3));
        assertThat(call.legs()).extracting(LegTimeline::legId).containsExactly("agent", "customer");
        assertThat(call.mediaSeconds()).isEqualTo(8);
    }

    @Test
    void a_long_call_keeps_its_latest_seconds_and_counts_all_windows() {
        for (int second = 0; second < 1_000; second++) {
            call.hear(Told.silence("customer", second));
            call.judge(Told.window(second + 1, second + 0.5, 0.2));
        }
        assertThat(customer().seconds()).hasSize(KEPT);
        assertThat(customer().windows()).hasSize(KEPT);
        assertThat(customer().windowCount()).isEqualTo(1_000);
        assertThat(customer().newest()).isEqualTo(Told.silence("customer", 999));
    }

    @Test
    void moods_that_were_taken_back_are_gone_and_do_not_come_again() {
        call.hear(Told.speech("customer", 0, 0.2));
        call.judge(Told.window(1, 4, 0.2));
        call.withdraw("customer");
        call.hear(Told.speech("customer", 1, 0.9));
        call.judge(Told.window(2, 5, 0.9));
        assertThat(customer().seconds())
                .hasSize(2)
                .allSatisfy(second -> assertThat(second.moods()).isNull());
        assertThat(customer().windows()).isEmpty();
        assertThat(customer().windowCount()).isZero();
        assertThat(customer().isWithdrawn()).isTrue();
    }

    @Test
    void a_header_takes_moods_back_too() {
        call.judge(Told.window(1, 4, 0.2));
        call.end(Told.end(new LegEnd("customer", "CUSTOMER", 1, 1, "ROLE_MISMATCH", List.of())));
        assertThat(customer().windows()).isEmpty();
    }

    @Test
    void an_alert_stands_where_its_highest_step_left_it_whatever_is_told_again() {
        assertThat(call.alert(Told.alert("one", 0, "RAISED", "MEDIUM"))).isTrue();
        assertThat(call.alert(Told.alert("one", 1, "UPDATED", "HIGH"))).isTrue();
        assertThat(call.alert(Told.alert("one", 0, "RAISED", "MEDIUM"))).isFalse();
        AlertEpisode episode = call.alerts().iterator().next();
        assertThat(call.alerts()).hasSize(1);
        assertThat(episode.events()).hasSize(2);
        assertThat(episode.current().severity()).isEqualTo("HIGH");
        assertThat(episode.isOpen()).isTrue();
        call.alert(Told.alert("one", 2, "CLEARED", "HIGH"));
        assertThat(episode.isOpen()).isFalse();
    }

    @Test
    void a_later_version_of_an_utterance_replaces_it_and_an_earlier_one_does_not() {
        call.utter(Told.utterance("customer", 1, 0, 9));
        call.utter(Told.utterance("customer", 1, 1, 5));
        call.utter(Told.utterance("customer", 1, 0, 9));
        call.utter(Told.utterance("agent", 1, 0, 2));
        assertThat(call.utterances()).extracting(SpokenUtterance::beginS).containsExactly(2.0, 5.0);
    }

    private LegTimeline customer() {
        return call.legs().stream()
                .filter(leg -> leg.legId().equals("customer"))
                .findFirst()
                .orElseThrow();
    }
}
