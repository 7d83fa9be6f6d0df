package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.endOfStream;
import static io.undertone.udfs.call.TestFrame.media;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallSignal.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway says of the end, and how long the rest is waited for. */
class ClosingTest {
    private final CallScenario call = new CallScenario().started();

    @Test
    void an_ended_call_that_is_complete_closes_at_once() {
        call.frames("customer", 0, 3).frames("agent", 0, 3).ended(320, Map.of("customer/first", 2L, "agent/first", 2L));

        assertThat(call.header()).isEqualTo(new CallHeader(CloseReason.ENDED, 320 * 8));
    }

    @Test
    void an_ended_call_closes_as_soon_as_its_last_record_is_there() {
        call.frames("customer", 0, 3).ended(400, Map.of("customer/first", 3L));
        assertThat(call.isOpen()).isTrue();

        assertThat(call.frame("customer", 3).header().reason()).isEqualTo(CloseReason.ENDED);
        assertThat(call.timeline("customer")).isEqualTo("abcd");
    }

    @Test
    void an_ended_call_of_which_a_record_is_missing_waits_5_s_for_it() {
        call.frames("customer", 0, 3).ended(400, Map.of("customer/first", 3L));

        assertThat(call.advanceTo(5_399).isOpen()).isTrue();
        assertThat(call.advanceTo(5_400).header()).isEqualTo(new CallHeader(CloseReason.ENDED, 400 * 8));
    }

    @Test
    void an_ended_call_waits_for_a_stream_that_has_not_begun() {
        call.frames("customer", 0, 3).ended(400, Map.of("customer/first", 2L, "agent/first", 2L));

        assertThat(call.isOpen()).isTrue();
        assertThat(call.frames("agent", 0, 3).isOpen()).isFalse();
    }

    @Test
    void an_ended_call_without_announced_sequences_is_complete_when_its_streams_have_ended() {
        call.frames("customer", 0, 3).ended(400);
        assertThat(call.isOpen()).isTrue();

        assertThat(call.frame(endOfStream("customer", 3)).isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 100, 700_000, 720_002, Long.MAX_VALUE})
    void an_announcement_beyond_the_time_that_the_call_had_conceals_no_longer_than_that(long last) {
        call.frames("customer", 0, 3).ended(500, Map.of("customer/first", last)).advance(5_000);

        assertThat(call.header())
                .isEqualTo(new CallHeader(CloseReason.ENDED, call.last().end("customer")));
        assertThat(call.last().end("customer")).isLessThanOrEqualTo(1_500 * 8);
        assertThat(call.last().counts.lost).isLessThanOrEqualTo(1_200 / 20);
        assertThat(call.last().counts.lost + call.overstated).isEqualTo(Math.min(last - 2, 720_000));
    }

    @Test
    void a_loss_at_the_end_that_can_be_is_no_overstatement() {
        call.frames("customer", 0, 3)
                .ended(60_000, Map.of("customer/first", 599L))
                .advance(5_000);

        assertThat(call.last().counts.lost).isEqualTo(597);
        assertThat(call.last().end("customer")).isEqualTo(60_000 * 8);
        assertThat(call.overstated).isZero();
    }

    @Test
    void short_records_that_were_lost_behind_a_long_one_are_no_overstatement() {
        call.frame(media("customer", 0).lasting(1_000))
                .ended(2_000, Map.of("customer/first", 50L))
                .advance(5_000);

        assertThat(call.last().counts.lost).isEqualTo(50);
        assertThat(call.overstated).isZero();
        assertThat(call.last().end("customer")).isLessThanOrEqualTo(3_000 * 8);
    }

    @Test
    void an_overstatement_of_a_stream_that_was_superseded_after_the_end_is_told_too() {
        call.frames("customer", 0, 3)
                .ended(400, Map.of("customer/first", 700_000L))
                .frame(media("customer", 0).stream("second", 400))
                .advance(5_000);

        assertThat(call.overstated).isGreaterThan(600_000);
        assertThat(call.last().counts.lost).isLessThan(100);
    }

    @Test
    void an_overstatement_of_a_stream_of_which_nothing_could_be_used_is_bounded_by_the_call() {
        call.frame(media("customer", 0).but(frame -> frame.encoding = null))
                .ended(2_000, Map.of("customer/first", 700_000L))
                .advance(5_000);

        assertThat(call.last().counts.lost).isEqualTo(3_000 / 20);
        assertThat(call.overstated).isEqualTo(700_000 - 150);
    }

    @Test
    void a_superseded_stream_is_not_waited_for() {
        call.frames("customer", 0, 2)
                .frame(media("customer", 0).stream("second", 300))
                .ended(400, Map.of("customer/first", 7L, "customer/second", 0L));

        assertThat(call.isOpen()).isFalse();
    }

    @Test
    void a_call_of_many_reconnects_still_learns_how_each_leg_ends() {
        Map<String, Long> last = new HashMap<>();
        for (String leg : List.of("customer", "agent")) {
            for (int stream = 0; stream < 9; stream++) {
                call.frame(media(leg, 0).stream("stream-" + stream, stream * 100L));
                last.put(leg + "/stream-" + stream, stream == 8 ? 2L : 0L);
            }
        }
        call.ended(1_100, last).advance(5_000);

        assertThat(call.timeline("customer")).isEqualTo("aaaaaaaaa~~");
        assertThat(call.timeline("agent")).isEqualTo("aaaaaaaaa~~");
    }

    @Test
    void an_aborted_call_says_so() {
        call.frames("customer", 0, 3)
                .signal(Kind.ABORTED, 300, signal -> signal.endReason = "trunk down")
                .advance(5_000);

        assertThat(call.header().reason()).isEqualTo(CloseReason.ABORTED);
        assertThat(call.call.gatewayEndReason).isEqualTo("trunk down");
    }

    @Test
    void the_first_word_on_the_end_counts() {
        call.frames("customer", 0, 3).ended(400).signal(Kind.ABORTED, 4_000).advanceTo(5_400);

        assertThat(call.header()).isEqualTo(new CallHeader(CloseReason.ENDED, 400 * 8));
    }

    @Test
    void streams_that_all_ended_close_the_call_after_15_s() {
        call.frames("customer", 0, 3)
                .frame(endOfStream("customer", 3))
                .frames("agent", 0, 4)
                .frame(endOfStream("agent", 4));

        assertThat(call.advanceTo(15_399).isOpen()).isTrue();
        assertThat(call.advanceTo(15_400).header()).isEqualTo(new CallHeader(CloseReason.STREAMS_ENDED, 400 * 8));
    }

    @Test
    void one_stream_that_goes_on_keeps_the_call_open() {
        call.frames("agent", 0, 3).frame("customer", 0).frame(endOfStream("customer", 1));

        assertThat(call.advanceTo(59_000).isOpen()).isTrue();
    }

    @Test
    void a_reconnect_takes_back_that_all_streams_ended() {
        call.frame("customer", 0)
                .frame(endOfStream("customer", 1))
                .frame(media("customer", 0).stream("second", 14_000));

        assertThat(call.advanceTo(59_000).isOpen()).isTrue();
    }

    @Test
    void a_stream_that_ended_behind_a_lost_record_has_ended_too() {
        call.frames("customer", 0, 3).frame(endOfStream("customer", 5));

        assertThat(call.advanceTo(15_500).header().reason()).isEqualTo(CloseReason.STREAMS_ENDED);
        assertThat(call.timeline("customer")).isEqualTo("abc~~");
    }

    @Test
    void what_waits_on_several_legs_comes_out_in_the_order_of_their_names() {
        List<String> names = List.of("whisper", "customer", "third", "agent", "supervisor");
        names.forEach(leg -> call.frame(leg, 1));
        call.ended(300).advance(5_000);

        assertThat(call.last().legs.keySet()).containsExactly("agent", "customer", "supervisor", "third", "whisper");
    }
}
