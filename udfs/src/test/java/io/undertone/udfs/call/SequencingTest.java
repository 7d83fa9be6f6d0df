package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.endOfStream;
import static io.undertone.udfs.call.TestFrame.lost;
import static io.undertone.udfs.call.TestFrame.media;
import static io.undertone.udfs.call.TestFrame.paused;
import static io.undertone.udfs.call.TestFrame.silence;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Refusal.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequencingTest {
    private final CallScenario call = new CallScenario().started();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123", "0132", "0213", "0231", "0312", "0321", "1023", "1032", "1203", "1230", "1302", "1320", "2013",
                "2031", "2103", "2130", "2301", "2310", "3012", "3021", "3102", "3120", "3201", "3210"
            })
    void any_order_within_the_window_gives_the_same_chunks(String order) {
        order.chars().forEach(digit -> call.frame("customer", digit - '0'));

        assertThat(call.timeline("customer")).isEqualTo("abcd");
        assertThat(call.last().chunks("customer"))
                .extracting(LegChunk::position)
                .containsExactly(0L, 800L, 1_600L, 2_400L);
        assertThat(call.refusals).isEmpty();
        assertThat(call.call.counts.lost).isZero();
    }

    @Test
    void of_equal_sequences_the_first_payload_wins_whether_it_was_handed_on_or_waits() {
        call.frame("customer", 0).frame(media("customer", 0).saying('x'));
        call.frame("customer", 2).frame(media("customer", 2).saying('x'));
        call.frame("customer", 1);

        assertThat(call.timeline("customer")).isEqualTo("abc");
        assertThat(call.call.counts.duplicate).isEqualTo(2);
        assertThat(call.refusals).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 64, 4_095, 4_096})
    void a_duplicate_is_known_within_4096_sequences(long distance) {
        call.frames("customer", 0, 5_000).frame("customer", 5_000 - distance);

        assertThat(call.call.counts.duplicate).isOne();
        assertThat(call.call.counts.late).isZero();
        assertThat(call.refusals).isEmpty();
    }

    @Test
    void a_duplicate_from_longer_ago_counts_as_late() {
        call.frames("customer", 0, 5_000).frame("customer", 5_000 - 4_097);

        assertThat(call.call.counts.duplicate).isZero();
        assertThat(call.call.counts.late).isOne();
        assertThat(call.reasons()).containsExactly(Reason.LATE);
    }

    @Test
    void a_missing_record_is_waited_for_during_400_ms_of_later_media() {
        call.frame("customer", 0).frames("customer", 2, 6);
        assertThat(call.timeline("customer")).isEqualTo("a");

        call.frame("customer", 1);
        assertThat(call.timeline("customer")).isEqualTo("abcdef");
    }

    @Test
    void beyond_400_ms_a_missing_record_is_concealed_and_then_late() {
        call.frame("customer", 0).frames("customer", 2, 7);
        assertThat(call.timeline("customer")).isEqualTo("a~cdefg");

        call.frame("customer", 1);
        assertThat(call.timeline("customer")).isEqualTo("a~cdefg");
        assertThat(call.reasons()).containsExactly(Reason.LATE);
        assertThat(call.call.counts).returns(1L, counts -> counts.late).returns(1L, counts -> counts.lost);
    }

    @Test
    void a_long_record_is_not_held_at_all_because_it_exceeds_the_window() {
        call.frame("customer", 0).frame(media("customer", 2).lasting(500));

        assertThat(call.timeline("customer")).isEqualTo("a~ccccc");
    }

    @Test
    void two_separate_holes_are_concealed_one_by_one() {
        call.frame("customer", 0).frame("customer", 2).frames("customer", 4, 8);
        assertThat(call.timeline("customer")).isEqualTo("a~c");

        call.frame("customer", 3);
        assertThat(call.timeline("customer")).isEqualTo("a~cdefgh");
    }

    @Test
    void records_without_samples_keep_their_places() {
        call.frame("customer", 0)
                .frame(lost("customer", 1))
                .frame(silence("customer", 2))
                .frame(paused("customer", 3))
                .frame("customer", 4)
                .frame(endOfStream("customer", 5));

        assertThat(call.timeline("customer")).isEqualTo("a~.#e");
    }

    @Test
    void only_media_counts_as_received_and_a_lost_record_counts_as_lost_once() {
        call.frame("customer", 0)
                .frame(lost("customer", 1))
                .frame(lost("customer", 1))
                .frame(silence("customer", 2))
                .frame(paused("customer", 3))
                .frame(silence("customer", 2))
                .frame(endOfStream("customer", 4));

        assertThat(call.call.counts)
                .returns(1L, counts -> counts.received)
                .returns(1L, counts -> counts.lost)
                .returns(2L, counts -> counts.played)
                .returns(0L, counts -> counts.duplicate)
                .returns(true, FrameCounts::balanced);
    }

    @Test
    void a_hole_in_the_offsets_without_a_missing_sequence_is_silence_and_not_loss() {
        call.frame("customer", 0).frame(media("customer", 1).later(300));

        assertThat(call.timeline("customer")).isEqualTo("a...b");
        assertThat(call.call.counts.lost).isZero();
    }

    @Test
    void a_missing_beginning_is_concealed() {
        call.frames("customer", 2, 7);

        assertThat(call.timeline("customer")).isEqualTo("~~cdefg");
        assertThat(call.call.counts.lost).isEqualTo(2);
    }

    @Test
    void a_missing_end_is_concealed_up_to_the_announced_sequence() {
        call.frames("customer", 0, 3).ended(600, Map.of("customer/first", 5L)).advance(5_000);

        assertThat(call.timeline("customer")).isEqualTo("abc~~~");
        assertThat(call.last().counts.lost).isEqualTo(3);
    }

    @Test
    void what_waits_at_the_end_is_played_behind_the_concealed_hole() {
        call.frames("customer", 0, 2).frame("customer", 3).ended(400).advance(5_000);

        assertThat(call.timeline("customer")).isEqualTo("ab~d");
    }
}
