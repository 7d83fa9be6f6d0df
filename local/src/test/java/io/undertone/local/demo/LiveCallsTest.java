package io.undertone.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.local.live.Timelines;
import io.undertone.local.live.Told;
import org.junit.jupiter.api.Test;

class LiveCallsTest {
    private final Timelines timelines = new Timelines(1_000, (call, event) -> {});
    private final LiveCalls calls = new LiveCalls(timelines);

    @Test
    void a_call_is_open_from_its_first_insight_to_its_header() {
        timelines.heard(Told.call("a"), Told.speech("customer", 0, null));
        timelines.heard(Told.call("a"), Told.silence("agent", 0));
        assertThat(calls.counts()).isEqualTo(new LiveCounts(1, 1, 1, 0));
        timelines.ended(Told.call("a"), Told.end(Told.leg("customer", 3), Told.leg("agent", 4)));
        assertThat(calls.counts()).isEqualTo(new LiveCounts(0, 1, 0, 1));
        assertThat(calls.announcedUtterances()).isEqualTo(7);
        assertThat(calls.endedCallIds()).containsExactly("a");
    }

    @Test
    void an_insight_that_comes_after_the_header_opens_nothing() {
        timelines.ended(Told.call("a"), Told.end(Told.leg("customer", 1)));
        timelines.heard(Told.call("a"), Told.speech("customer", 41, null));
        assertThat(calls.counts()).isEqualTo(new LiveCounts(0, 42, 0, 1));
    }

    @Test
    void a_header_that_is_repeated_counts_once() {
        timelines.ended(Told.call("a"), Told.end(Told.leg("customer", 2)));
        timelines.ended(Told.call("a"), Told.end(Told.leg("customer", 2)));
        assertThat(calls.counts().ended()).isEqualTo(1);
        assertThat(calls.announcedUtterances()).isEqualTo(2);
    }

    @Test
    void media_time_is_that_of_calls_and_not_of_legs() {
        timelines.heard(Told.call("a"), Told.silence("customer", 9));
        timelines.heard(Told.call("a"), Told.speech("agent", 8, null));
        timelines.heard(Told.call("b"), Told.speech("mixed", 4, null));
        assertThat(calls.counts()).isEqualTo(new LiveCounts(2, 15, 2, 0));
    }

    @Test
    void who_has_fallen_silent_speaks_no_more() {
        timelines.heard(Told.call("a"), Told.speech("customer", 0, null));
        timelines.heard(Told.call("a"), Told.silence("customer", 1));
        assertThat(calls.counts().speaking()).isZero();
    }
}
