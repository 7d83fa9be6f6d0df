package io.undertone.job.live;

import io.undertone.job.runtime.Meters;
import io.undertone.udfs.speech.SpeechRounds;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;

/** What can be counted and timed of the detector's batches. */
final class SpeechMeters {
    private final Histogram waitMillis;
    private final Histogram runMillis;
    private long waitingSinceMillis;

    SpeechMeters(MetricGroup step, SpeechRounds rounds) {
        Meters meters = Meters.of(step);
        meters.total("vad_runs", rounds::runs);
        meters.total("vad_frames", rounds::rows);
        waitMillis = meters.millis("vad_batch_wait");
        runMillis = meters.millis("vad_run");
    }

    /** The first item of a batch begins to wait for others. */
    void waits(long nowMillis) {
        waitingSinceMillis = nowMillis;
    }

    /** A batch that waited was scored; one that was {@code empty} counts for nothing. */
    void ran(long beganMillis, long endedMillis, boolean empty) {
        if (!empty) {
            waitMillis.update(beganMillis - waitingSinceMillis);
            runMillis.update(endedMillis - beganMillis);
        }
    }
}
