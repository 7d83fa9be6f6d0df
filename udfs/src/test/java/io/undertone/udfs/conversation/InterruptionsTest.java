package io.undertone.udfs.conversation;

import static io.undertone.udfs.conversation.TestCalls.agent;
import static io.undertone.udfs.conversation.TestCalls.at;
import static io.undertone.udfs.conversation.TestCalls.customer;
import static io.undertone.udfs.conversation.TestCalls.lasting;
import static io.undertone.udfs.conversation.TestCalls.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptionsTest {

    private static final CallSpan CALL = lasting(60_000);

    @Test
    void who_starts_a_second_later_and_overlaps_for_a_second_interrupts() {
        Talk speaking = customer(5_000, 7_000);
        Talk breakingIn = agent(6_000, 9_000);
        assertThat(Interruptions.in(timeline(CALL, speaking, breakingIn)))
                .containsExactly(new Interruption(breakingIn, speaking, at(6_000, 7_000)));
    }

    @Test
    void the_interruption_ends_with_whoever_stops_first() {
        Talk speaking = customer(5_000, 20_000);
        Talk breakingIn = agent(8_000, 10_500);
        assertThat(Interruptions.in(timeline(CALL, speaking, breakingIn)))
                .containsExactly(new Interruption(breakingIn, speaking, at(8_000, 10_500)));
    }

    @Test
    void an_overlap_a_millisecond_short_of_a_second_is_a_back_channel() {
        assertThat(Interruptions.in(timeline(CALL, customer(5_000, 20_000), agent(8_000, 8_999))))
                .isEmpty();
    }

    @Test
    void breaking_in_when_the_other_stops_within_the_second_is_turn_taking() {
        assertThat(Interruptions.in(timeline(CALL, customer(5_000, 8_999), agent(8_000, 12_000))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 99, 100, 101, 500, 999})
    void who_starts_less_than_a_second_later_does_not_interrupt(long lead) {
        assertThat(Interruptions.in(timeline(CALL, customer(5_000, 20_000), agent(5_000 + lead, 20_000))))
                .isEmpty();
    }

    @Test
    void utterances_of_one_leg_never_interrupt_each_other() {
        assertThat(Interruptions.in(timeline(CALL, agent(5_000, 20_000), agent(8_000, 12_000))))
                .isEmpty();
    }

    @Test
    void every_pair_of_utterances_counts_once() {
        TalkTimeline timeline =
                timeline(CALL, customer(0, 20_000), agent(2_000, 4_000), agent(6_000, 9_000), customer(25_000, 26_000));
        assertThat(Interruptions.bySpeaker(timeline))
                .isEqualTo(Map.of(
                        Speaker.AGENT, new InterruptionTally(2, 5.0), Speaker.CUSTOMER, new InterruptionTally(0, 0.0)));
    }

    @Test
    void one_who_breaks_into_two_utterances_interrupts_twice() {
        Talk supervisor = new Talk("leg-s", "supervisor", Speaker.OTHER, 1, at(0, 10_000), false);
        TalkTimeline timeline = timeline(CALL, supervisor, customer(500, 9_000), agent(3_000, 9_500));
        assertThat(Interruptions.bySpeaker(timeline)).containsEntry(Speaker.AGENT, new InterruptionTally(2, 12.5));
    }

    @Test
    void a_call_without_speech_has_no_interruptions() {
        assertThat(Interruptions.bySpeaker(timeline(CALL))).isEmpty();
    }

    @Test
    void on_a_mixed_leg_nothing_is_known_about_interruptions() {
        Talk mixed = new Talk("leg-m", "voice-1", Speaker.UNKNOWN, 1, at(0, 9_000), true);
        TalkTimeline timeline = timeline(CALL, mixed, agent(2_000, 9_000));
        assertThat(Interruptions.in(timeline)).isNull();
        assertThat(Interruptions.bySpeaker(timeline)).isNull();
    }

    /** All pairs would be 8 · 10¹⁰ comparisons: minutes, where the sweep takes a fraction of a second. */
    @Test
    @Timeout(20)
    void hundreds_of_thousands_of_utterances_are_no_burden() {
        List<Talk> talks = new ArrayList<>();
        for (int turn = 0; turn < 200_000; turn++) {
            long begin = turn * 5_000L;
            talks.add(customer(begin, begin + 4_000));
            talks.add(agent(begin + 2_000, begin + 4_500));
        }
        TalkTimeline timeline = new TalkTimeline(talks, lasting(1_000_000_000L));
        assertThat(Interruptions.in(timeline)).hasSize(200_000);
        assertThat(timeline.silences()).hasSize(199_999);
    }
}
