package io.undertone.udfs.conversation;

import static io.undertone.udfs.conversation.TestCalls.agent;
import static io.undertone.udfs.conversation.TestCalls.at;
import static io.undertone.udfs.conversation.TestCalls.customer;
import static io.undertone.udfs.conversation.TestCalls.lasting;
import static io.undertone.udfs.conversation.TestCalls.timeline;
import static io.undertone.udfs.conversation.TestCalls.withHolds;
import static io.undertone.udfs.conversation.TestCalls.withRedactions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TalkTimelineTest {

    @Test
    void speech_of_all_legs_is_one_and_what_lies_between_is_silence() {
        TalkTimeline timeline =
                timeline(lasting(20_000), customer(9_000, 10_000), agent(1_000, 4_000), customer(3_000, 5_000));
        assertThat(timeline.speech()).containsExactly(at(1_000, 5_000), at(9_000, 10_000));
        assertThat(timeline.silences()).containsExactly(new Silence(at(5_000, 9_000), 4_000));
    }

    @Test
    void touching_utterances_leave_no_silence() {
        TalkTimeline timeline = timeline(lasting(9_000), agent(1_000, 2_000), customer(2_000, 3_000));
        assertThat(timeline.silences()).isEmpty();
    }

    @Test
    void an_utterance_inside_another_neither_ends_nor_begins_speech() {
        TalkTimeline timeline =
                timeline(lasting(9_000), agent(1_000, 6_000), customer(2_000, 3_000), agent(7_000, 8_000));
        assertThat(timeline.silences()).containsExactly(new Silence(at(6_000, 7_000), 1_000));
    }

    @Test
    void an_empty_utterance_does_not_split_a_silence() {
        TalkTimeline timeline = timeline(lasting(9_000), agent(0, 1_000), customer(2_000, 2_000), agent(4_000, 5_000));
        assertThat(timeline.silences()).containsExactly(new Silence(at(1_000, 4_000), 3_000));
    }

    @Test
    void hold_inside_a_gap_shortens_the_silence_but_does_not_split_it() {
        TalkTimeline timeline =
                timeline(withHolds(20_000, at(4_000, 7_000)), agent(0, 2_000), customer(10_000, 11_000));
        assertThat(timeline.silences()).containsExactly(new Silence(at(2_000, 10_000), 5_000));
    }

    @Test
    void hold_that_reaches_over_speech_shortens_the_gaps_on_both_sides() {
        TalkTimeline timeline = timeline(
                withHolds(20_000, at(3_000, 9_000)), agent(0, 2_000), customer(5_000, 6_000), agent(10_000, 11_000));
        assertThat(timeline.silences())
                .containsExactly(new Silence(at(2_000, 5_000), 1_000), new Silence(at(6_000, 10_000), 1_000));
    }

    @Test
    void a_gap_wholly_on_hold_is_no_silence() {
        TalkTimeline timeline = timeline(
                withHolds(20_000, at(2_000, 10_000)), agent(0, 2_000), customer(10_000, 11_000), agent(12_000, 13_000));
        assertThat(timeline.silences()).containsExactly(new Silence(at(11_000, 12_000), 1_000));
        assertThat(timeline.netSilenceSamples()).containsExactly(1_000);
    }

    @Test
    void redacted_time_is_taken_off_once_where_it_coincides_with_hold() {
        CallSpan call = new CallSpan(TestCalls.RATE, 20_000, List.of(at(3_000, 6_000)), List.of(at(5_000, 8_000)));
        TalkTimeline timeline = timeline(call, agent(0, 2_000), customer(10_000, 11_000));
        assertThat(timeline.silences()).containsExactly(new Silence(at(2_000, 10_000), 3_000));
    }

    @Test
    void leading_and_trailing_time_is_apart_and_without_hold_and_redacted_time() {
        CallSpan call = new CallSpan(
                TestCalls.RATE, 20_000, List.of(at(500, 1_500), at(19_000, 25_000)), List.of(at(12_000, 14_000)));
        TalkTimeline timeline = timeline(call, agent(2_000, 10_000));
        assertThat(timeline.silences()).isEmpty();
        assertThat(timeline.leadingSamples()).isEqualTo(1_000);
        assertThat(timeline.trailingSamples()).isEqualTo(7_000);
    }

    @Test
    void speech_from_the_first_to_the_last_sample_leaves_nothing_leading_or_trailing() {
        TalkTimeline timeline = timeline(lasting(5_000), agent(0, 5_000));
        assertThat(timeline.leadingSamples()).isZero();
        assertThat(timeline.trailingSamples()).isZero();
    }

    @Test
    void a_call_without_speech_is_leading_time_throughout() {
        TalkTimeline timeline = timeline(withRedactions(20_000, at(0, 5_000)));
        assertThat(timeline.silences()).isEmpty();
        assertThat(timeline.leadingSamples()).isEqualTo(15_000);
        assertThat(timeline.trailingSamples()).isZero();
    }

    @Test
    void speech_beyond_the_end_of_the_call_counts_and_leaves_nothing_trailing() {
        TalkTimeline timeline = timeline(lasting(5_000), agent(1_000, 4_000), customer(6_000, 7_000));
        assertThat(timeline.speech()).containsExactly(at(1_000, 4_000), at(6_000, 7_000));
        assertThat(timeline.trailingSamples()).isZero();
    }

    @Test
    void speech_that_only_starts_after_the_end_leaves_the_call_leading() {
        assertThat(timeline(lasting(5_000), agent(6_000, 7_000)).leadingSamples())
                .isEqualTo(5_000);
    }

    @Test
    void utterances_come_in_the_order_in_which_they_begin() {
        TalkTimeline timeline = timeline(lasting(9_000), customer(3_000, 4_000), customer(0, 1_000), agent(0, 2_000));
        assertThat(timeline.talks()).containsExactly(agent(0, 2_000), customer(0, 1_000), customer(3_000, 4_000));
    }

    @Test
    void a_silence_is_at_least_a_sample_and_at_most_its_gap() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Silence(at(0, 10), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Silence(at(0, 10), 11));
    }
}
