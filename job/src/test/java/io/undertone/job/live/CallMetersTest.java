package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallPhase;
import io.undertone.udfs.call.CallState;
import io.undertone.udfs.call.CloseReason;
import io.undertone.udfs.call.FrameCounts;
import java.util.stream.Stream;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;

/** Of a subtask that was restored with two open calls. */
final class CallMetersTest {
    private final MetricListener shown = new MetricListener();
    private final CallMeters meters = new CallMeters(shown.getMetricGroup(), 2);
    private final CallState call = new CallState();

    @Test
    void a_call_is_on_the_line_from_its_opening_to_its_end() {
        assertThat(open()).isEqualTo(2);
        meters.before(call);
        call.life.phase = CallPhase.ACTIVE;
        meters.after(call);
        meters.before(call);
        call.life.phase = CallPhase.ENDING;
        meters.after(call);
        assertThat(open()).isEqualTo(3);

        meters.before(call);
        call.life.phase = CallPhase.CLOSED;
        meters.closed(call, CloseReason.ENDED);
        meters.after(call);
        assertThat(open()).isEqualTo(2);
        assertThat(count("calls_closed_by", "reason", "ENDED", "total")).isEqualTo(1);
        assertThat(count("calls_closed_by", "reason", "NO_MEDIA", "total")).isZero();
    }

    @Test
    void frames_count_as_they_come_and_those_of_before_do_not() {
        call.counts.received = 10;
        meters.before(call);
        call.counts.received = 12;
        call.counts.late = 1;
        meters.after(call);
        assertThat(frames("received")).isEqualTo(2);
        assertThat(frames("late")).isEqualTo(1);
        assertThat(frames("played")).isZero();
    }

    @Test
    void a_part_that_begins_with_the_record_that_ends_another_has_counts_of_its_own() {
        call.counts.received = 10;
        meters.before(call);
        call.counts.lost = 3;
        meters.closed(call, CloseReason.NO_MEDIA);
        call.counts = new FrameCounts();
        call.counts.received = 1;
        meters.after(call);
        assertThat(frames("lost")).isEqualTo(3);
        assertThat(frames("received")).isEqualTo(1);
    }

    private int open() {
        return (int) shown.getGauge("undertone", "calls_open").orElseThrow().getValue();
    }

    private long frames(String fate) {
        return count("frames_by", "fate", fate, "total");
    }

    private long count(String... name) {
        return shown.getCounter(
                        Stream.concat(Stream.of("undertone"), Stream.of(name)).toArray(String[]::new))
                .map(Counter::getCount)
                .orElse(-1L);
    }
}
