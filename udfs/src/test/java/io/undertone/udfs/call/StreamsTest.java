package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.endOfStream;
import static io.undertone.udfs.call.TestFrame.media;
import static io.undertone.udfs.call.TestFrame.silence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.undertone.udfs.call.Refusal.Reason;
import org.junit.jupiter.api.Test;

/** Several legs, and several streams of one leg, on one timeline. */
class StreamsTest {
    private final CallScenario call = new CallScenario().started();

    @Test
    void a_reconnect_goes_on_where_it_was_captured() {
        call.frames("customer", 0, 3)
                .frame(media("customer", 0).stream("second", 500))
                .frame(media("customer", 1).stream("second", 500));

        assertThat(call.timeline("customer")).isEqualTo("abc..ab");
        assertThat(call.leg("customer").streams).isEqualTo(2);
    }

    @Test
    void a_reconnect_never_begins_before_the_end_of_what_was_played() {
        call.frames("customer", 0, 3)
                .frame(media("customer", 0).stream("second", 150))
                .frame(media("customer", 1).stream("second", 150));

        assertThat(call.timeline("customer")).isEqualTo("abcab");
    }

    @Test
    void a_reconnect_plays_what_the_old_stream_still_held() {
        call.frames("customer", 0, 2).frame("customer", 3).frame(media("customer", 0).stream("second", 400));

        assertThat(call.timeline("customer")).isEqualTo("ab~da");
    }

    @Test
    void media_of_a_superseded_stream_is_late() {
        call.frames("customer", 0, 2)
                .frame(media("customer", 0).stream("second", 300))
                .frame("customer", 2)
                .frame("customer", 1)
                .frame(media("customer", 1).stream("second", 300));

        assertThat(call.timeline("customer")).isEqualTo("ab.ab");
        assertThat(call.reasons()).containsExactly(Reason.LATE, Reason.LATE);
        assertThat(call.call.counts.late).isEqualTo(2);
    }

    @Test
    void what_a_superseded_stream_says_without_media_is_no_loss_and_no_dead_letter() {
        call.frames("customer", 0, 2)
                .frame(media("customer", 0).stream("second", 300))
                .frame(silence("customer", 2))
                .frame(endOfStream("customer", 3));

        assertThat(call.refusals).isEmpty();
        assertThat(call.call.counts.late).isZero();
    }

    @Test
    void the_missing_beginning_of_a_reconnect_is_concealed() {
        call.frames("customer", 0, 3);
        for (int sequence = 1; sequence < 6; sequence++) {
            call.frame(media("customer", sequence).stream("second", 300));
        }

        assertThat(call.timeline("customer")).isEqualTo("abc~bcdef");
    }

    @Test
    void a_reconnect_is_waited_for_from_its_start_even_when_the_call_was_joined_late() {
        var joined = new CallScenario();
        joined.frames("customer", 40, 42)
                .frame(media("customer", 1).stream("second", 4_200))
                .frame(media("customer", 0).stream("second", 4_200));

        assertThat(joined.timeline("customer")).isEqualTo("opab");
        assertThat(joined.refusals).isEmpty();
    }

    @Test
    void a_call_joined_late_knows_nothing_of_what_came_before() {
        var joined = new CallScenario();
        joined.frames("customer", 40, 43).frames("agent", 41, 43);

        assertThat(joined.timeline("customer")).isEqualTo("opq");
        assertThat(joined.timeline("agent")).isEqualTo(".pq");
        assertThat(joined.call.counts.lost).isZero();
    }

    @Test
    void legs_that_start_apart_lie_apart_by_their_capture_times() {
        call.frames("customer", 0, 6)
                .frame(media("agent", 0).stream("first", 350))
                .frame(media("agent", 1).stream("first", 350));

        assertThat(call.last().chunks("agent"))
                .extracting(LegChunk::position, LegChunk::gap)
                .containsExactly(tuple(0L, GapKind.SILENCE), tuple(2_800L, GapKind.NONE), tuple(3_600L, GapKind.NONE));
    }

    @Test
    void a_leg_whose_beginning_is_missing_stays_aligned_with_the_other() {
        var late = new CallScenario().signal(CallSignal.Kind.STARTED, 1_000);
        for (int sequence = 12; sequence < 17; sequence++) {
            late.frame("customer", sequence).frame("agent", sequence);
        }

        assertThat(late.timeline("customer")).isEqualTo("~~mnopq");
        assertThat(late.last().end("agent")).isEqualTo(700 * 8);
    }

    @Test
    void a_stream_that_began_before_the_call_is_placed_at_its_start() {
        var late = new CallScenario().signal(CallSignal.Kind.STARTED, 50);
        late.frames("customer", 0, 3);

        assertThat(late.timeline("customer")).isEqualTo("abc");
    }

    @Test
    void a_stream_runs_by_its_own_sample_count_and_not_by_its_clock() {
        for (int sequence = 0; sequence < 5; sequence++) {
            call.frame(media("customer", sequence).captured(sequence * 103L));
        }

        assertThat(call.timeline("customer")).isEqualTo("abcde");
    }

    @Test
    void a_leg_of_16_khz_comes_out_at_8_khz_on_the_same_timeline() {
        call.frame(media("customer", 0).rate(16_000))
                .frame(media("customer", 2).rate(16_000))
                .frame(media("customer", 1).rate(16_000))
                .frame(media("customer", 3).rate(16_000).later(200))
                .frames("agent", 0, 6);

        assertThat(call.timeline("customer")).isEqualTo("abc..d");
        assertThat(call.last().end("customer")).isEqualTo(4_800);
        assertThat(call.leg("customer").sampleRateHz).isEqualTo(16_000);
    }

    @Test
    void a_reconnect_may_change_the_rate() {
        call.frames("customer", 0, 2)
                .frame(media("customer", 0).stream("second", 200).rate(16_000))
                .frame(media("customer", 0).stream("third", 300));

        assertThat(call.timeline("customer")).isEqualTo("abaa");
        assertThat(call.refusals).isEmpty();
    }

    @Test
    void a_call_has_at_most_16_legs_and_counts_what_it_refuses() {
        for (int leg = 0; leg < 17; leg++) {
            call.frame("leg-" + leg, 0).frame("leg-" + leg, 1);
        }
        call.ended(300).advance(5_000);

        assertThat(call.last().legs).hasSize(16).doesNotContainKey("leg-16");
        assertThat(call.reasons()).containsExactly(Reason.TOO_MANY_LEGS, Reason.TOO_MANY_LEGS);
        assertThat(call.last().counts).returns(34L, counts -> counts.received).returns(2L, counts -> counts.refused);
    }

    @Test
    void the_filter_of_a_16_khz_leg_carries_nothing_across_a_gap() {
        call.frame(media("customer", 0).rate(16_000).saying('z'))
                .frame(media("customer", 1).rate(16_000).later(200).saying('a'))
                .frame(media("agent", 0).rate(16_000).saying('a'));

        assertThat(call.last().chunks("customer").get(2).samples())
                .isEqualTo(call.last().chunks("agent").get(0).samples());
    }
}
