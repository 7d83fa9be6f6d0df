package io.undertone.udfs.moods;

import static io.undertone.udfs.moods.AlertPhase.CLEARED;
import static io.undertone.udfs.moods.AlertPhase.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.Interval;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.Severity;
import io.undertone.udfs.call.Withdrawal;
import org.junit.jupiter.api.Test;

/** What ends an alert that is not over by itself. */
final class ClearedAlertsTest {
    private static final int SECOND = SpokenCall.SECOND;

    private final SpokenCall call = new SpokenCall();

    @Test
    void the_end_of_the_call_clears_what_is_open() {
        alarmed();
        call.end();
        assertThat(call.phases()).containsExactly(RAISED, CLEARED);
        assertThat(call.last().endSample).isEqualTo(call.at);
        assertThat(call.last().reason).isEqualTo("the call ended, 0:10 into the call");
    }

    @Test
    void an_ended_call_says_how_often_and_how_urgently_it_alarmed() {
        call.speak(6, 0).speak(10, 1).pause(60);
        long begin = call.alerts.get(0).beginSample;
        call.speak(6, 0).speak(4, 1);
        EndedCallFacts ended = call.end();
        assertThat(ended.alerts).isEqualTo(2);
        assertThat(ended.highestSeverity).isEqualTo(Severity.HIGH);
        assertThat(ended.firstAlertSample).isEqualTo(begin);
    }

    @Test
    void a_call_without_alerts_says_so() {
        EndedCallFacts ended = call.speak(20, 0).end();
        assertThat(ended.alerts).isZero();
        assertThat(ended.highestSeverity).isNull();
        assertThat(ended.firstAlertSample).isNull();
    }

    @Test
    void thirty_seconds_on_hold_clear_an_alert() {
        alarmed();
        long from = call.at;
        heldTo(from, from + 30 * SECOND);
        assertThat(call.phases()).containsExactly(RAISED, CLEARED);
        assertThat(call.last().endSample).isEqualTo(from + 30 * SECOND);
        assertThat(call.last().reason).isEqualTo("on hold for 30 s, 0:40 into the call");
    }

    @Test
    void a_shorter_hold_does_not() {
        alarmed();
        heldTo(call.at, call.at + 30 * SECOND - 1);
        assertThat(call.phases()).containsExactly(RAISED);
    }

    @Test
    void media_of_any_leg_show_how_long_a_hold_has_lasted() {
        alarmed();
        long from = call.at;
        call.hold();
        call.judge.tick(call.call, "agent", from / SECOND + 29, 0, call.alerts::add);
        assertThat(call.phases()).as("ends within the second before").containsExactly(RAISED);
        call.judge.tick(call.call, "agent", from / SECOND + 30, 0, call.alerts::add);
        assertThat(call.phases()).containsExactly(RAISED, CLEARED);
        assertThat(call.last().endSample).isEqualTo(from + 30 * SECOND);
        assertThat(call.last().legId).isEqualTo("customer");
    }

    @Test
    void a_clock_shows_it_where_no_media_come() {
        alarmed();
        assertThat(call.judge.waitsForHold(call.call)).as("not on hold").isFalse();
        call.judge.due(call.call, call.alerts::add);
        call.hold();
        assertThat(call.judge.waitsForHold(call.call)).isTrue();
        assertThat(call.phases()).containsExactly(RAISED);
        call.judge.due(call.call, call.alerts::add);
        assertThat(call.phases()).containsExactly(RAISED, CLEARED);
        assertThat(call.last().endSample).isEqualTo(call.at + 30 * SECOND);
        assertThat(call.judge.waitsForHold(call.call)).isFalse();
        call.judge.due(call.call, call.alerts::add);
        assertThat(call.alerts).hasSize(2);
    }

    @Test
    void the_end_of_a_call_on_hold_shows_it_too() {
        alarmed();
        long from = call.at;
        call.hold();
        call.at += 90 * SECOND;
        call.end();
        assertThat(call.phases()).containsExactly(RAISED, CLEARED);
        assertThat(call.last().endSample).isEqualTo(from + 30 * SECOND);
    }

    @Test
    void a_call_that_is_on_hold_for_long_raises_nothing_until_it_is_resumed() {
        call.speak(6, 0).hold().pause(30).speak(20, 1);
        assertThat(call.alerts).isEmpty();
        call.resume().speak(1, 1);
        assertThat(call.phases()).containsExactly(RAISED);
    }

    @Test
    void an_old_hold_does_not_clear_a_new_alert() {
        call.speak(6, 0).hold().pause(60).resume();
        alarmed();
        call.know(true).speak(1, 1).pause(1);
        assertThat(call.phases()).containsExactly(RAISED);
    }

    @Test
    void roles_that_are_the_wrong_way_round_take_everything_back() {
        alarmed();
        call.facts.roleMismatch = "the agent's voice is on the customer's leg";
        call.know(true);
        assertThat(call.phases()).containsExactly(RAISED, CLEARED);
        assertThat(call.last().reason)
                .isEqualTo("the agent was heard where the customer was said to be, 0:10 into the call");
        withdrawn(Withdrawal.ROLE_MISMATCH);
    }

    @Test
    void consent_that_is_taken_back_takes_everything_back() {
        alarmed();
        call.know(false);
        assertThat(call.phases()).containsExactly(RAISED, CLEARED);
        assertThat(call.last().reason).isEqualTo("consent to reading emotions was taken back, 0:10 into the call");
        call.know(true);
        withdrawn(Withdrawal.CONSENT);
    }

    @Test
    void a_call_in_which_nobody_ever_agreed_has_nothing_to_take_back() {
        var asked = new SpokenCall();
        asked.call = new JudgedCall();
        asked.know(false).know(true).speak(6, 0).speak(4, 1);
        assertThat(asked.phases()).containsExactly(RAISED);
    }

    @Test
    void what_comes_without_consent_is_counted_and_not_judged() {
        call.call = new JudgedCall();
        call.know(false).speak(6, 0);
        assertThat(call.speak(10, 1).alerts).isEmpty();
        LegSummary customer = call.end().legs.get(1);
        assertThat(customer.emotionWithdrawn).isEqualTo(Withdrawal.CONSENT);
        assertThat(customer.moods).isEmpty();
    }

    private void alarmed() {
        call.speak(6, 0).speak(4, 1);
        assertThat(call.phases()).containsExactly(RAISED);
    }

    private void heldTo(long from, long to) {
        call.facts.hold = new Interval(from, Interval.OPEN);
        call.know(true);
        call.facts.hold = new Interval(from, to);
        call.know(true);
    }

    /** Windows that were on their way go on to be counted. */
    private void withdrawn(Withdrawal why) {
        int heard = call.call.leg("customer").windows;
        call.speak(10, 1).pause(60);
        assertThat(call.alerts).hasSize(2);
        assertThat(call.judge.takeWindows(call.call, "customer")).isEmpty();
        assertThat(call.judge.now(call.call, "customer")).isEqualTo(new MoodNow(EmotionState.WITHDRAWN, null, null));
        EndedCallFacts ended = call.end();
        LegSummary customer = ended.legs.get(1);
        assertThat(customer.emotionWithdrawn).isEqualTo(why);
        assertThat(customer.emotionWindows).isEqualTo(heard + 10);
        assertThat(customer.moods).isEmpty();
        assertThat(ended.legs.get(0).emotionWithdrawn)
                .as("nothing was read there")
                .isNull();
        assertThat(ended.alerts).as("it was raised all the same").isEqualTo(1);
        assertThat(ended.highestSeverity).isEqualTo(Severity.MEDIUM);
    }
}
