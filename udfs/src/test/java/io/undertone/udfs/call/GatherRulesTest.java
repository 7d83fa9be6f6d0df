package io.undertone.udfs.call;

import static org.assertj.core.api.Assertions.assertThat;

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
}
