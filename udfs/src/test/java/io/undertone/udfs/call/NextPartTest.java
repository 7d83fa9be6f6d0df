package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.T0;
import static io.undertone.udfs.call.TestFrame.endOfStream;
import static io.undertone.udfs.call.TestFrame.media;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallSignal.Kind;
import io.undertone.udfs.call.Refusal.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes after a close: nothing, the next part, or a new call. */
class NextPartTest {
    private static final long TEN_MINUTES = 600_000;

    private final CallScenario call = new CallScenario()
            .signal(Kind.STARTED, 0, signal -> signal.facts.queueId = "billing")
            .frames("customer", 0, 3);

    @Test
    void a_call_closes_once_whatever_follows() {
        call.ended(300, Map.of("customer/first", 2L))
                .ended(310)
                .signal(Kind.ABORTED, 320)
                .signal(Kind.HOLD, 330)
                .signal(Kind.CHANGED, 340)
                .frame("customer", 3)
                .advance(60_000);

        assertThat(call.parts).hasSize(1);
        assertThat(call.isOpen()).isFalse();
    }

    @Test
    void media_after_the_close_goes_to_dead_letters_and_is_not_counted() {
        call.ended(300, Map.of("customer/first", 2L)).frame("customer", 3).frame("customer", 1);

        assertThat(call.reasons()).containsExactly(Reason.AFTER_CLOSE, Reason.AFTER_CLOSE);
        assertThat(call.call.counts.received).isEqualTo(3);
    }

    @Test
    void media_of_before_a_time_out_is_late_too() {
        call.frame("customer", 4).advanceTo(61_000).frame("customer", 3);

        assertThat(call.parts).hasSize(1);
        assertThat(call.reasons()).containsExactly(Reason.AFTER_CLOSE);
    }

    @Test
    void a_call_that_timed_out_and_goes_on_is_the_next_part_with_a_start_of_its_own() {
        call.advanceTo(60_300)
                .frame(media("customer", 3).later(100_000))
                .frame(media("customer", 4).later(100_000));

        assertThat(call.last())
                .returns(1, part -> part.number)
                .returns((T0 + 100_300) * 1_000, part -> part.startMicros);
        assertThat(call.timeline("customer")).isEqualTo("de");
        assertThat(call.call.facts.queueId).isEqualTo("billing");
    }

    @Test
    void the_next_part_goes_on_with_the_sequences_and_counts_anew() {
        call.advanceTo(60_300)
                .frame(media("customer", 3).later(100_000))
                .frame(media("customer", 1).later(100_000))
                .frame(media("customer", 5).later(100_000))
                .frame(media("customer", 4).later(100_000))
                .ended(100_600, Map.of("customer/first", 5L));

        assertThat(call.timeline("customer")).isEqualTo("def");
        assertThat(call.last().counts)
                .returns(4L, counts -> counts.received)
                .returns(1L, counts -> counts.duplicate)
                .returns(3L, counts -> counts.played);
    }

    @Test
    void records_lost_between_the_parts_take_no_place_on_the_timeline_of_the_next() {
        call.advanceTo(60_300);
        for (int sequence = 13; sequence < 18; sequence++) {
            call.frame(media("customer", sequence).later(100_000));
        }

        assertThat(call.timeline("customer")).isEqualTo("nopqr");
        assertThat(call.call.counts.lost).isEqualTo(10);
    }

    @Test
    void a_leg_that_stays_away_leaves_the_next_part_no_media_of_the_part_before() {
        call.frames("agent", 0, 3)
                .advanceTo(60_300)
                .frame(media("customer", 3).later(100_000))
                .ended(100_500, Map.of("customer/first", 3L, "agent/first", 9L))
                .advance(5_000);

        assertThat(call.last().chunks("agent")).isEmpty();
        assertThat(call.last().counts.lost).isEqualTo(7);
        assertThat(call.header().durationSamples()).isEqualTo(200 * 8);
    }

    @Test
    void a_damaged_record_that_opens_the_next_part_leaves_no_media_of_the_part_before() {
        call.advanceTo(60_300)
                .frame(media("customer", 5).later(100_000).but(frame -> frame.encoding = null))
                .ended(100_700)
                .advance(5_000);

        assertThat(call.last().chunks("customer")).isEmpty();
    }

    @Test
    void an_end_of_stream_or_of_the_call_opens_no_part() {
        call.advanceTo(60_300).frame(endOfStream("customer", 3).later(100_000)).ended(100_400);

        assertThat(call.parts).hasSize(1);
        assertThat(call.refusals).isEmpty();
    }

    @Test
    void a_control_record_opens_the_next_part_too() {
        call.advanceTo(60_300).signal(Kind.RESUMED, 100_000);

        assertThat(call.last()).returns(1, part -> part.number);
    }

    @Test
    void what_others_say_between_the_parts_holds_for_the_next() {
        call.advanceTo(60_300)
                .update(facts -> facts.othersConsent.recording = false)
                .frame(media("customer", 3).later(100_000));

        assertThat(call.call.facts.recordingConsent()).isFalse();
        assertThat(call.last().number).isOne();
    }

    @Test
    void every_part_that_times_out_may_go_on() {
        for (int hundred = 1; hundred <= 5; hundred++) {
            call.frame(media("customer", 2 + hundred).later(hundred * 100_000L));
        }

        assertThat(call.parts).extracting(part -> part.number).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void media_within_10_min_goes_on_and_media_after_is_a_new_call() {
        call.advanceTo(60_300).frame(media("customer", 3).captured(300 + TEN_MINUTES));
        assertThat(call.last().number).isOne();

        call.frame(media("customer", 4).captured(400 + 2 * TEN_MINUTES + 1).offset(400 + TEN_MINUTES + 1));
        assertThat(call.last())
                .returns(0, part -> part.number)
                .returns((T0 + 400 + 2 * TEN_MINUTES + 1) * 1_000, part -> part.startMicros);
        assertThat(call.call.facts.queueId).isNull();
    }

    @Test
    void the_memory_of_a_closed_call_goes_after_10_min() {
        call.ended(300, Map.of("customer/first", 2L));

        assertThat(call.advanceTo(TEN_MINUTES + 299).call.life.phase).isEqualTo(CallPhase.CLOSED);
        assertThat(call.advanceTo(TEN_MINUTES + 300).call.life.phase).isEqualTo(CallPhase.ABSENT);
    }

    @Test
    void media_older_than_the_memory_opens_nothing() {
        call.ended(300, Map.of("customer/first", 2L))
                .advanceTo(TEN_MINUTES + 301)
                .frame("customer", 3);

        assertThat(call.reasons()).containsExactly(Reason.TOO_OLD_TO_OPEN);
        assertThat(call.parts).hasSize(1);
    }
}
