package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.endOfStream;
import static io.undertone.udfs.call.TestFrame.media;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallSignal.Kind;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** While input may be queued before the subtask, silence is no sign of an end; once it keeps up again, it is. */
class StallTest {
    private static final long LONG_STALL = 10 * 3_600_000L;

    static Stream<Arguments> waits() {
        return Stream.of(
                wait("no media", CloseReason.NO_MEDIA, 60_000, call -> call),
                wait("ended", CloseReason.ENDED, 5_000, call -> call.ended(300)),
                wait("aborted", CloseReason.ABORTED, 5_000, call -> call.signal(Kind.ABORTED, 300)),
                wait("streams", CloseReason.STREAMS_ENDED, 15_000, call -> call.frame(endOfStream("customer", 3))),
                wait("hold", CloseReason.HOLD_LIMIT, 1_800_000, call -> call.signal(Kind.HOLD, 300)));
    }

    private static Arguments wait(String what, CloseReason reason, long millis, UnaryOperator<CallScenario> waiting) {
        return Arguments.of(what, reason, millis, waiting);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waits")
    void a_deadline_counts_from_when_the_subtask_kept_up_again(
            String what, CloseReason reason, long millis, UnaryOperator<CallScenario> waiting) {
        var call = waiting.apply(new CallScenario().started().frames("customer", 0, 3));
        call.quietSince(LONG_STALL);

        assertThat(call.advanceTo(LONG_STALL + millis - 1).isOpen()).isTrue();
        assertThat(call.advanceTo(LONG_STALL + millis).header().reason()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waits")
    void a_stall_before_the_event_delays_nothing(
            String what, CloseReason reason, long millis, UnaryOperator<CallScenario> waiting) {
        var call = waiting.apply(new CallScenario().quietSince(200).started().frames("customer", 0, 3));

        assertThat(call.advanceTo(299 + millis).isOpen()).isTrue();
        assertThat(call.advanceTo(300 + millis).header().reason()).isEqualTo(reason);
    }

    @Test
    void a_stall_does_not_move_the_end_of_the_call() {
        var call = new CallScenario().started().frames("customer", 0, 3).quietSince(LONG_STALL);

        assertThat(call.advanceTo(LONG_STALL + 60_000).header())
                .isEqualTo(new CallHeader(CloseReason.NO_MEDIA, 300 * 8));
    }

    @Test
    void records_that_were_queued_during_a_stall_close_by_their_own_times() {
        var call = new CallScenario().started().frames("customer", 0, 3).quietSince(LONG_STALL);
        call.advanceTo(LONG_STALL).frames("customer", 3, 6);
        assertThat(call.timeline("customer")).isEqualTo("abcdef");

        call.frame(media("customer", 6).later(60_001));
        assertThat(call.parts.get(0).header).isEqualTo(new CallHeader(CloseReason.NO_MEDIA, 600 * 8));
    }

    @Test
    void the_memory_of_a_closed_call_outlives_a_stall() {
        var call = new CallScenario().started().frames("customer", 0, 3).advanceTo(60_300);
        call.quietSince(LONG_STALL)
                .advanceTo(LONG_STALL + 599_999)
                .frame(media("customer", 3).later(100_000));

        assertThat(call.last().number).isOne();
    }
}
