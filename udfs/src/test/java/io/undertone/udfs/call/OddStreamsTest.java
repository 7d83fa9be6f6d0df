package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.endOfStream;
import static io.undertone.udfs.call.TestFrame.media;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Refusal.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Streams of which hardly anything can be used. */
class OddStreamsTest {
    private final CallScenario call = new CallScenario().started();

    @Test
    void a_call_of_which_nothing_can_be_used_goes_on_all_the_same() {
        for (int sequence = 0; sequence < 1_200; sequence++) {
            call.frame(media("customer", sequence).but(frame -> frame.encoding = null));
        }

        assertThat(call.parts).hasSize(1);
        assertThat(call.advance(59_000).isOpen()).isTrue();
        assertThat(call.advance(2_000).header().reason()).isEqualTo(CloseReason.NO_MEDIA);
    }

    @Test
    void a_stream_of_which_only_its_end_arrived_closes_with_its_loss_counted() {
        call.frame(endOfStream("customer", 10))
                .ended(1_000, Map.of("customer/first", 10L))
                .advance(5_000);

        assertThat(call.header().reason()).isEqualTo(CloseReason.ENDED);
        assertThat(call.last().counts.lost).isEqualTo(10);
    }

    @Test
    void a_stream_whose_only_records_are_damaged_closes_with_its_loss_counted() {
        call.frame(media("customer", 2).but(frame -> frame.encoding = null))
                .ended(1_000)
                .advance(5_000);

        assertThat(call.last().counts).returns(1L, counts -> counts.refused).returns(2L, counts -> counts.lost);
    }

    @Test
    void the_place_of_an_end_of_stream_is_not_trusted() {
        call.frames("customer", 0, 2)
                .frame(endOfStream("customer", 3).but(frame -> frame.offsetSamples = Long.MAX_VALUE / 2))
                .ended(400, Map.of("customer/first", 3L))
                .advance(5_000);

        assertThat(call.timeline("customer")).isEqualTo("ab~");
    }

    @Test
    void a_first_record_from_the_future_neither_opens_nor_closes_a_call_nor_ends_its_secure_pause() {
        TestFrame ahead = media("customer", 0).but(frame -> {
            frame.origin.recordMillis = TestFrame.T0;
            frame.captureMicros += 14_500_000_000L;
        });
        call.signal(CallSignal.Kind.SECURE_PAUSE, 0).frame(ahead).frame("customer", 1);
        var absent = new CallScenario().frame(ahead);

        assertThat(call.reasons()).containsExactly(Reason.IMPLAUSIBLE_CAPTURE_TIME);
        assertThat(call.parts).hasSize(1);
        assertThat(call.timeline("customer")).isEqualTo(".#");
        assertThat(absent.reasons()).containsExactly(Reason.IMPLAUSIBLE_CAPTURE_TIME);
        assertThat(absent.parts).isEmpty();
    }

    @Test
    void a_recording_that_is_published_at_full_speed_runs_ahead_of_its_records() {
        for (int second = 0; second < 600; second++) {
            TestFrame early = media("customer", second)
                    .lasting(1_000)
                    .captured(second * 1_000L)
                    .offset(second * 1_000L);
            call.frame(early.but(frame -> frame.origin.recordMillis = TestFrame.T0));
        }

        assertThat(call.refusals).isEmpty();
        assertThat(call.last().end("customer")).isEqualTo(600 * 8_000);
    }
}
