package io.undertone.job.live;

import static io.undertone.job.live.GatewayCall.AGENT;
import static io.undertone.job.live.GatewayCall.CUSTOMER;
import static io.undertone.job.live.Sequencing.ends;
import static io.undertone.job.live.Sequencing.play;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.CallHarness;
import io.undertone.udfs.call.CallSignal.Kind;
import io.undertone.udfs.call.CloseReason;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What silence on a call means, and what it does not mean while the subtask itself was silent. */
final class CallDeadlinesTest {
    private static final int TICK = 200;

    private final GatewayCall call = new GatewayCall("c-1");
    private CallHarness<MediaRecord, CallItem> calls;

    @BeforeEach
    void open_a_call() throws Exception {
        calls = Sequencing.open(1);
        calls.take(call.started());
    }

    @AfterEach
    void nothing_is_left_of_any_call() throws Exception {
        calls.pass(Sequencing.CALL + Sequencing.MEMORY);
        calls.assertNothingIsLeft();
        calls.close();
    }

    @Test
    void a_call_without_media_closes() throws Exception {
        play(calls, call, 0, 10);
        assertClosesAfter(Sequencing.NO_MEDIA - GatewayCall.FRAME_MILLIS, CloseReason.NO_MEDIA);
    }

    @Test
    void a_call_whose_last_records_never_come_closes_after_its_end() throws Exception {
        play(calls, call, 0, 10);
        calls.take(call.ended(1_000, 12));
        assertClosesAfter(Sequencing.ENDED_GRACE, CloseReason.ENDED);
    }

    @Test
    void an_aborted_call_says_so() throws Exception {
        play(calls, call, 0, 10);
        calls.take(call.signal(Kind.ABORTED, 1_000));
        assertClosesAfter(Sequencing.ENDED_GRACE, CloseReason.ABORTED);
    }

    @Test
    void a_call_whose_streams_all_ended_closes_though_nobody_said_so() throws Exception {
        play(calls, call, 0, 10);
        calls.take(call.endOfStream(AGENT, 10));
        calls.take(call.endOfStream(CUSTOMER, 10));
        assertClosesAfter(Sequencing.STREAMS_ENDED, CloseReason.STREAMS_ENDED);
    }

    @Test
    void a_call_on_hold_outlasts_silence_but_not_for_ever() throws Exception {
        calls.take(call.signal(Kind.HOLD, 0));
        assertClosesAfter(Sequencing.HOLD, CloseReason.HOLD_LIMIT);
    }

    @Test
    void no_call_is_longer_than_the_limit() throws Exception {
        play(calls, call, 0, Sequencing.CALL / GatewayCall.FRAME_MILLIS - 2);
        assertClosesAfter(TICK, CloseReason.CALL_LIMIT);
    }

    @Test
    void media_moves_the_deadline_with_one_timer_for_the_call() throws Exception {
        int before = calls.timers();
        play(calls, call, 0, 100);
        assertThat(calls.timers()).isEqualTo(before).isEqualTo(1);
        assertThat(ends(calls.drain())).isEmpty();
    }

    @Test
    void a_stall_closes_nothing_and_gives_the_call_its_time_back() throws Exception {
        calls.pass(Sequencing.NO_MEDIA - TICK);
        calls.leap(4_000);
        assertThat(ends(calls.drain())).isEmpty();
        assertClosesAfter(Sequencing.NO_MEDIA, CloseReason.NO_MEDIA);
    }

    @Test
    void a_restart_closes_nothing_however_long_the_job_was_down() throws Exception {
        calls.pass(Sequencing.NO_MEDIA - TICK);
        OperatorSubtaskState snapshot = calls.snapshot();
        calls.close();
        calls = calls.restored(snapshot, 1, 3_600_000);
        calls.leap(1);
        assertThat(ends(calls.drain())).isEmpty();
        assertClosesAfter(Sequencing.NO_MEDIA - 1, CloseReason.NO_MEDIA);
    }

    @Test
    void a_backlog_closes_nothing_because_media_may_wait_in_it() throws Exception {
        calls.pass(Sequencing.NO_MEDIA - TICK);
        MediaRecord old = new GatewayCall("c-2").signal(Kind.UPDATED_ELSEWHERE, 0);
        old.origin.recordMillis = calls.nowMillis() - 10_001;
        calls.take(old);
        assertClosesAfter(Sequencing.NO_MEDIA, CloseReason.NO_MEDIA);
    }

    @Test
    void a_replay_at_full_speed_closes_where_the_live_run_did() throws Exception {
        play(calls, call, 0, 10);
        MediaRecord afterSilence = call.frame(AGENT, 10 + Sequencing.NO_MEDIA / GatewayCall.FRAME_MILLIS + 1);
        calls.take(afterSilence);
        assertThat(ends(calls.drain())).singleElement().satisfies(ended -> {
            assertThat(ended.reason).isEqualTo(CloseReason.NO_MEDIA);
            assertThat(ended.durationSamples).isEqualTo(8_000);
        });
    }

    private void assertClosesAfter(int millis, CloseReason reason) throws Exception {
        calls.pass(millis - 1);
        assertThat(ends(calls.drain())).as("a moment before").isEmpty();
        calls.pass(1);
        assertThat(ends(calls.drain()))
                .singleElement()
                .satisfies(ended -> assertThat(ended.reason).isEqualTo(reason));
    }
}
