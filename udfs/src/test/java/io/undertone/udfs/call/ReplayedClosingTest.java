package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.endOfStream;
import static io.undertone.udfs.call.TestFrame.media;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallSignal.Kind;
import io.undertone.udfs.call.Refusal.Reason;
import org.junit.jupiter.api.Test;

/** Capture times close a call as the clock would have, however fast its records are read. */
class ReplayedClosingTest {
    private final CallScenario call = new CallScenario().started().frames("customer", 0, 3);

    @Test
    void a_record_captured_60_s_after_the_last_media_shows_that_the_call_was_over() {
        call.frame(media("customer", 3).later(60_000));
        assertThat(call.parts).hasSize(1);

        call.frame(media("customer", 4).later(120_001));
        assertThat(call.parts).hasSize(2);
        assertThat(call.parts.get(0).header).isEqualTo(new CallHeader(CloseReason.NO_MEDIA, 60_400 * 8));
    }

    @Test
    void so_does_a_control_record() {
        call.signal(Kind.CHANGED, 60_301);

        assertThat(call.parts.get(0).header).isEqualTo(new CallHeader(CloseReason.NO_MEDIA, 300 * 8));
    }

    @Test
    void a_record_captured_over_5_s_after_the_end_closes_and_is_late() {
        call.ended(300).frame(media("customer", 3).captured(5_301).offset(300));

        assertThat(call.header().reason()).isEqualTo(CloseReason.ENDED);
        assertThat(call.reasons()).containsExactly(Reason.AFTER_CLOSE);
    }

    @Test
    void a_record_captured_15_s_after_all_streams_ended_finds_the_call_closed() {
        call.frame(endOfStream("customer", 3)).frame(media("agent", 0).stream("first", 15_301));

        assertThat(call.parts.get(0).header).isEqualTo(new CallHeader(CloseReason.STREAMS_ENDED, 300 * 8));
    }

    @Test
    void an_end_that_is_announced_within_15_s_is_the_end() {
        call.frame(endOfStream("customer", 3).but(end -> end.captureMicros = 0)).ended(14_000);

        assertThat(call.header()).isEqualTo(new CallHeader(CloseReason.ENDED, 14_000 * 8));
    }

    @Test
    void a_record_captured_30_min_into_a_hold_finds_the_call_closed() {
        call.signal(Kind.HOLD, 300).frame(media("customer", 3).later(1_800_001));

        assertThat(call.parts.get(0).header).isEqualTo(new CallHeader(CloseReason.HOLD_LIMIT, 1_800_300 * 8));
    }

    @Test
    void a_record_captured_after_4_h_begins_the_next_part() {
        for (int minute = 1; minute <= 240; minute++) {
            call.frame(media("customer", 2 + minute).captured(minute * 60_000L).offset(minute * 60_000L));
        }
        assertThat(call.parts).hasSize(1);

        call.frame(media("customer", 243).captured(14_400_100).offset(14_400_100));
        assertThat(call.parts.get(0).header()).returns(CloseReason.CALL_LIMIT, CallHeader::reason);
        assertThat(call.last().number).isOne();
    }

    @Test
    void a_capture_time_that_contradicts_its_stream_closes_nothing() {
        call.frame(media("customer", 3).captured(90_000_000)).frame("customer", 4);

        assertThat(call.parts).hasSize(1);
        assertThat(call.reasons()).containsExactly(Reason.IMPLAUSIBLE_CAPTURE_TIME);
        assertThat(call.timeline("customer")).isEqualTo("abc.e");
    }
}
