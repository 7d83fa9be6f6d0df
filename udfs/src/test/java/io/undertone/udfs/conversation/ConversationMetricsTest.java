package io.undertone.udfs.conversation;

import static io.undertone.udfs.conversation.TestCalls.agent;
import static io.undertone.udfs.conversation.TestCalls.at;
import static io.undertone.udfs.conversation.TestCalls.customer;
import static io.undertone.udfs.conversation.TestCalls.lasting;
import static io.undertone.udfs.conversation.TestCalls.timeline;
import static io.undertone.udfs.conversation.TestCalls.withHolds;
import static io.undertone.udfs.conversation.TestCalls.withRedactions;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationMetricsTest {

    @Test
    void talk_time_of_all_may_exceed_the_call() {
        ConversationMetrics metrics =
                ConversationMetrics.of(timeline(lasting(10_000), agent(0, 9_000), customer(1_000, 10_000)));
        assertThat(metrics.talkSecondsByParticipant()).isEqualTo(Map.of("agent", 9.0, "customer", 9.0));
        assertThat(metrics.talkSecondsByLeg()).isEqualTo(Map.of("leg-a", 9.0, "leg-c", 9.0));
    }

    @Test
    void a_participant_on_two_legs_talks_each_second_once() {
        Talk onSecondLeg = new Talk("leg-b", "agent", Speaker.AGENT, 1, at(2_000, 5_000), false);
        ConversationMetrics metrics =
                ConversationMetrics.of(timeline(lasting(9_000), agent(1_000, 4_000), onSecondLeg));
        assertThat(metrics.talkSecondsByParticipant()).isEqualTo(Map.of("agent", 4.0));
        assertThat(metrics.talkSecondsByLeg()).isEqualTo(Map.of("leg-a", 3.0, "leg-b", 3.0));
    }

    @Test
    void two_participants_of_a_mixed_leg_are_told_apart() {
        Talk first = new Talk("leg-m", "voice-1", Speaker.AGENT, 1, at(0, 4_000), true);
        Talk second = new Talk("leg-m", "voice-2", Speaker.CUSTOMER, 2, at(4_000, 6_000), true);
        ConversationMetrics metrics = ConversationMetrics.of(timeline(lasting(9_000), first, second));
        assertThat(metrics.talkSecondsByParticipant()).isEqualTo(Map.of("voice-1", 4.0, "voice-2", 2.0));
        assertThat(metrics.talkSecondsByLeg()).isEqualTo(Map.of("leg-m", 6.0));
        assertThat(metrics.interruptions()).isNull();
    }

    @Test
    void a_stretch_of_three_seconds_is_a_pause_and_a_millisecond_more_is_non_talk_time() {
        assertThat(nonTalk(lasting(10_000), agent(0, 3_500), customer(6_500, 10_000)))
                .isEqualTo(0.0);
        assertThat(nonTalk(lasting(10_000), agent(0, 3_500), customer(6_501, 10_000)))
                .isEqualTo(3.001);
    }

    @Test
    void leading_and_trailing_stretches_are_non_talk_time() {
        assertThat(nonTalk(lasting(20_000), agent(5_000, 12_000))).isEqualTo(13.0);
    }

    @Test
    void hold_is_non_talk_time_however_short_and_whoever_speaks() {
        assertThat(nonTalk(withHolds(10_000, at(2_000, 4_000)), agent(0, 10_000)))
                .isEqualTo(2.0);
    }

    @Test
    void a_stretch_goes_on_through_hold_and_counts_each_second_once() {
        CallSpan call = withHolds(20_000, at(7_000, 9_000));
        assertThat(nonTalk(call, agent(0, 6_000), customer(10_000, 20_000))).isEqualTo(4.0);
    }

    @Test
    void redacted_time_ends_a_stretch() {
        CallSpan call = withRedactions(20_000, at(8_000, 9_000));
        assertThat(nonTalk(call, agent(0, 6_000), customer(12_000, 20_000))).isEqualTo(0.0);
        assertThat(nonTalk(call, agent(0, 6_000), customer(12_001, 20_000))).isEqualTo(3.001);
    }

    @Test
    void hold_and_redacted_time_count_within_the_call_and_each_second_once() {
        CallSpan call = new CallSpan(
                TestCalls.RATE,
                10_000,
                List.of(at(8_000, 15_000), at(1_000, 3_000), at(2_000, 4_000)),
                List.of(at(9_500, 11_000)));
        ConversationMetrics metrics = ConversationMetrics.of(timeline(call, agent(5_000, 6_000)));
        assertThat(metrics.holdSeconds()).isEqualTo(5.0);
        assertThat(metrics.redactedSeconds()).isEqualTo(0.5);
        assertThat(metrics.leadingSeconds()).isEqualTo(2.0);
        assertThat(metrics.trailingSeconds()).isEqualTo(2.0);
    }

    @Test
    void a_call_in_which_nobody_speaks_is_all_non_talk_time() {
        ConversationMetrics metrics = ConversationMetrics.of(timeline(lasting(10_000)));
        assertThat(metrics.nonTalkSeconds()).isEqualTo(10.0);
        assertThat(metrics.talkSecondsByParticipant()).isEmpty();
        assertThat(metrics.interruptions()).isEmpty();
    }

    @Test
    void seconds_are_not_rounded() {
        CallSpan call = new CallSpan(8_000, 8_000, List.of(at(0, 1)), List.of());
        assertThat(ConversationMetrics.of(timeline(call)).holdSeconds()).isEqualTo(0.000125);
    }

    private static double nonTalk(CallSpan call, Talk... talks) {
        return ConversationMetrics.of(timeline(call, talks)).nonTalkSeconds();
    }
}
