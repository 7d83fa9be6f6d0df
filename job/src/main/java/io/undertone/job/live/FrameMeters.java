package io.undertone.job.live;

import io.undertone.job.runtime.Meters;
import io.undertone.udfs.call.FrameCounts;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;

/** Frames with media by what became of them: the sums of the calls' own {@link FrameCounts}. */
final class FrameMeters {
    private final List<Fate> fates;
    private @Nullable FrameCounts known;

    FrameMeters(Meters meters) {
        fates = List.of(
                new Fate(meters, "received", counts -> counts.received),
                new Fate(meters, "lost", counts -> counts.lost),
                new Fate(meters, "duplicate", counts -> counts.duplicate),
                new Fate(meters, "late", counts -> counts.late),
                new Fate(meters, "refused", counts -> counts.refused),
                new Fate(meters, "withheld", counts -> counts.withheld),
                new Fate(meters, "played", counts -> counts.played));
    }

    /** What stands there now has been counted. */
    void remember(FrameCounts counts) {
        known = counts;
        for (int i = 0; i < fates.size(); i++) {
            Fate fate = fates.get(i);
            fate.counted = fate.of.applyAsLong(counts);
        }
    }

    /** Counts what was added since; all of it where these are other counts. */
    void count(FrameCounts counts) {
        for (int i = 0; i < fates.size(); i++) {
            Fate fate = fates.get(i);
            long before = counts == known ? fate.counted : 0;
            fate.counter.inc(fate.of.applyAsLong(counts) - before);
        }
        remember(counts);
    }

    private static final class Fate {
        private final ToLongFunction<FrameCounts> of;
        private final Counter counter;
        private long counted;

        Fate(Meters meters, String name, ToLongFunction<FrameCounts> of) {
            this.of = of;
            this.counter = meters.counter("frames", "fate", name);
        }
    }
}
