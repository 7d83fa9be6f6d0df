package io.undertone.udfs.conversation;

import java.util.Comparator;
import java.util.List;

/**
 * How long a call lasted and which parts of it were on hold or redacted.
 *
 * <p>Holds and redactions may come in any order, overlap and reach beyond the call; they are kept merged and cut at the
 * call's end.
 */
public record CallSpan(int sampleRate, long samples, List<Interval> holds, List<Interval> redactions) {

    public CallSpan {
        if (sampleRate < 1 || samples < 0) {
            throw new IllegalArgumentException("need sampleRate >= 1 and samples >= 0, got sampleRate=%d samples=%d"
                    .formatted(sampleRate, samples));
        }
        holds = withinCall(holds, samples);
        redactions = withinCall(redactions, samples);
    }

    /** The whole call as a set of samples. */
    List<Interval> whole() {
        return List.of(new Interval(0, samples));
    }

    double seconds(long lengthInSamples) {
        return (double) lengthInSamples / sampleRate;
    }

    private static List<Interval> withinCall(List<Interval> intervals, long samples) {
        List<Interval> sorted = intervals.stream()
                .sorted(Comparator.comparingLong(Interval::fromSample))
                .toList();
        return Intervals.intersect(sorted, List.of(new Interval(0, samples)));
    }
}
