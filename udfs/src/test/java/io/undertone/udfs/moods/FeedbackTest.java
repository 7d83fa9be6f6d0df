package io.undertone.udfs.moods;

import static io.undertone.udfs.moods.AlertPhase.CLEARED;
import static io.undertone.udfs.moods.AlertPhase.RAISED;
import static io.undertone.udfs.moods.AlertPhase.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people answer to an alert that is open. */
final class FeedbackTest {
    private final SpokenCall call = new SpokenCall();

    @BeforeEach
    void alarm() {
        call.speak(6, 0).speak(4, 1);
        assertThat(call.phases()).containsExactly(RAISED);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_has_answered_hears_only_how_it_ends(Feedback verdict) {
        answer(call.last().alertId, verdict);
        call.speak(30, 1).pause(20);
        assertThat(call.phases()).containsExactly(RAISED, CLEARED);
        assertThat(call.last().step).isEqualTo(1);
        assertThat(call.last().severity)
                .as("the highest it had, though nobody was told")
                .isEqualTo(Severity.HIGH);
    }

    @ParameterizedTest
    @EnumSource(names = "MUTED_CALL", mode = EnumSource.Mode.EXCLUDE)
    void the_next_alert_is_told_again(Feedback verdict) {
        answer(call.last().alertId, verdict);
        call.pause(60).speak(20, 1);
        assertThat(call.phases()).containsExactly(RAISED, CLEARED, RAISED, UPDATED);
    }

    @Test
    void a_muted_call_is_not_told_of_again() {
        answer(call.last().alertId, Feedback.MUTED_CALL);
        call.pause(60).speak(20, 1).speak(20, 1, -10);
        assertThat(call.phases()).containsExactly(RAISED, CLEARED);
        assertThat(call.end().alerts).isEqualTo(1);
    }

    @Test
    void a_call_is_muted_by_an_alert_that_is_over_too() {
        String alertId = call.last().alertId;
        call.pause(60);
        answer(alertId, Feedback.MUTED_CALL);
        call.speak(20, 1);
        assertThat(call.phases()).containsExactly(RAISED, CLEARED);
    }

    @Test
    void muting_a_call_ends_the_updates_of_all_its_alerts() {
        call.speak(4, 1, -10);
        assertThat(call.of("raised-voice")).hasSize(1);
        answer(call.of("raised-voice").get(0).alertId, Feedback.MUTED_CALL);
        int told = call.alerts.size();
        call.speak(40, 1, -10);
        assertThat(call.alerts.subList(told, call.alerts.size()))
                .allSatisfy(alert -> assertThat(alert.phase).isEqualTo(CLEARED));
    }

    @Test
    void an_answer_to_another_alert_changes_nothing() {
        answer("00000000-0000-5000-8000-000000000000", Feedback.WRONG);
        call.speak(10, 1);
        assertThat(call.phases()).containsExactly(RAISED, UPDATED);
    }

    private void answer(String alertId, Feedback verdict) {
        call.judge.feedback(call.call, alertId, verdict);
    }
}
