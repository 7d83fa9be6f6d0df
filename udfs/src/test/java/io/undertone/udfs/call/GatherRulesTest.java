package io.undertone.udfs.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GatherRulesTest {
    private final GatherRules rules = new GatherRules(6_000, 20_000);
    private final GatherState call = new GatherState();

    @Test
    void to_a_call_that_was_complete_every_utterance_is_a_repeat() {
        call.doneMillis = 1;
        assertThat(rules.isTooLate(call, "customer/1")).isFalse();
    }

    @Test
    void to_a_call_that_went_on_without_some_those_are_too_late_and_the_others_repeats() {
        call.doneMillis = 1;
        call.partial = true;
        call.known.add("customer/1");
        assertThat(rules.isTooLate(call, "customer/1")).isFalse();
        assertThat(rules.isTooLate(call, "customer/2")).isTrue();
        assertThat(rules.isTooLate(call, "agent/1")).isTrue();
    }
}
