package io.undertone.udfs.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class GatherRulesTest {
    private final GatherRules rules = new GatherRules(6_000, 20_000);
    private final GatherState call = new GatherState();

    @Test
    void to_a_call_that_was_complete_every_utterance_is_a_repeat() {
        call.doneMillis = 1;
        assertThat(rules.isTooLate(call, "customer/1", 0)).isFalse();
    }

    @Test
    void a_call_is_complete_with_the_windows_of_each_leg_that_may_be_kept() {
        call.ended = new EndedCallFacts();
        leg("customer", 2);
        leg("agent", 1);
        call.countWindow("customer", 1);
        call.countWindow("customer", 1);
        assertThat(rules.isComplete(call)).as("without the agent's").isFalse();
        call.countWindow("agent", 1);
        assertThat(rules.isComplete(call)).isTrue();
        call.countWindow("agent", -1);
        assertThat(rules.isComplete(call)).isFalse();
        call.ended.legs.get(1).emotionWithdrawn = Withdrawal.CONSENT;
        assertThat(rules.isComplete(call)).isTrue();
    }

    @Test
    void before_the_header_every_window_is_kept_and_then_those_that_it_lets_be() {
        assertThat(rules.keepsWindow(call, "customer", 9)).isTrue();
        call.ended = new EndedCallFacts();
        LegSummary leg = leg("customer", 2);
        assertThat(rules.keepsWindow(call, "customer", 2)).isTrue();
        assertThat(rules.keepsWindow(call, "customer", 3)).isFalse();
        assertThat(rules.keepsWindow(call, "agent", 1)).isFalse();
        leg.emotionWithdrawn = Withdrawal.ROLE_MISMATCH;
        assertThat(rules.keepsWindow(call, "customer", 2)).isFalse();
    }

    @Test
    void a_refusal_takes_back_windows_of_legs_that_have_some() {
        call.ended = new EndedCallFacts();
        LegSummary read = leg("customer", 2);
        LegSummary unread = leg("agent", 0);
        assertThat(call.ended.withdrawal(read)).isNull();
        call.ended.facts.othersConsent.emotion = false;
        assertThat(call.ended.withdrawal(read)).isEqualTo(Withdrawal.CONSENT);
        assertThat(call.ended.withdrawal(unread)).isNull();
        read.emotionWithdrawn = Withdrawal.ROLE_MISMATCH;
        assertThat(call.ended.withdrawal(read)).isEqualTo(Withdrawal.ROLE_MISMATCH);
    }

    @Test
    void of_a_partial_call_windows_are_too_late_that_were_to_be_kept_and_had_not_come() {
        call.partial = true;
        call.lastWindows.put("customer", 2);
        call.remember("customer@1", 0);
        assertThat(rules.isWindowTooLate(call, "customer", 1, "customer@1")).isFalse();
        assertThat(rules.isWindowTooLate(call, "customer", 2, "customer@2")).isTrue();
        assertThat(rules.isWindowTooLate(call, "customer", 3, "customer@3")).isFalse();
        assertThat(rules.isWindowTooLate(call, "agent", 1, "agent@1")).isFalse();
        call.partial = false;
        assertThat(rules.isWindowTooLate(call, "customer", 2, "customer@2")).isFalse();
    }

    @Test
    void of_what_went_on_only_later_versions_are_too_late() {
        call.partial = true;
        call.remember("customer/1", 2);
        assertThat(rules.isTooLate(call, "customer/1", 1)).isFalse();
        assertThat(rules.isTooLate(call, "customer/1", 2)).isFalse();
        assertThat(rules.isTooLate(call, "customer/1", 3)).isTrue();
        call.remember("customer/1", 3);
        assertThat(rules.isTooLate(call, "customer/1", 3)).isFalse();
        assertThat(call.known).as("by name, once").containsExactly("customer/1");
    }

    @Test
    void an_earlier_version_replaces_no_later_one() {
        assertThat(rules.replaces(0, null)).isTrue();
        assertThat(rules.replaces(1, 0)).isTrue();
        assertThat(rules.replaces(1, 1)).isTrue();
        assertThat(rules.replaces(0, 1)).isFalse();
    }

    @Test
    void to_a_call_that_went_on_without_some_those_are_too_late_and_the_others_repeats() {
        call.doneMillis = 1;
        call.partial = true;
        call.known.add("customer/1");
        assertThat(rules.isTooLate(call, "customer/1", 0)).isFalse();
        assertThat(rules.isTooLate(call, "customer/2", 0)).isTrue();
        assertThat(rules.isTooLate(call, "agent/1", 0)).isTrue();
    }

    private LegSummary leg(String legId, int windows) {
        var leg = new LegSummary();
        leg.legId = legId;
        leg.emotionWindows = windows;
        Objects.requireNonNull(call.ended).legs.add(leg);
        return leg;
    }
}
