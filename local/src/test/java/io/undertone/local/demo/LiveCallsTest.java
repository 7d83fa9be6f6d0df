package io.undertone.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveCallsTest {
    private final LiveCalls calls = new LiveCalls();

    @Test
    void a_call_is_open_from_its_first_insight_to_its_header() {
        calls.heard(Records.insight("a", "customer", 0, true));
        calls.heard(Records.insight("a", "agent", 0, false));
        assertThat(calls.counts()).isEqualTo(new LiveCounts(1, 1, 1, 0));
        calls.ended(Records.ended("a", 3, 4));
        assertThat(calls.counts()).isEqualTo(new LiveCounts(0, 1, 0, 1));
        assertThat(calls.announcedUtterances()).isEqualTo(7);
        assertThat(calls.endedCallIds()).containsExactly("a");
    }

    @Test
    void an_insight_that_comes_after_the_header_opens_nothing() {
        calls.ended(Records.ended("a", 1));
        calls.heard(Records.insight("a", "customer", 41, true));
        assertThat(calls.counts()).isEqualTo(new LiveCounts(0, 42, 0, 1));
    }

    @Test
    void a_header_that_is_repeated_counts_once() {
        calls.ended(Records.ended("a", 2));
        calls.ended(Records.ended("a", 2));
        assertThat(calls.counts().ended()).isEqualTo(1);
        assertThat(calls.announcedUtterances()).isEqualTo(2);
    }

    @Test
    void media_time_is_that_of_calls_and_not_of_legs() {
        calls.heard(Records.insight("a", "customer", 9, false));
        calls.heard(Records.insight("a", "agent", 8, true));
        calls.heard(Records.insight("b", "mixed", 4, true));
        assertThat(calls.counts()).isEqualTo(new LiveCounts(2, 15, 2, 0));
    }

    @Test
    void who_has_fallen_silent_speaks_no_more() {
        calls.heard(Records.insight("a", "customer", 0, true));
        calls.heard(Records.insight("a", "customer", 1, false));
        assertThat(calls.counts().speaking()).isZero();
    }
}
