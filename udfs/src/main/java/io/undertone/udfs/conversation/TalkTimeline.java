package io.undertone.udfs.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who spoke when in one call, and when nobody did.
 *
 * <p>Speech is the utterances of all legs together, overlapping and touching ones merged. A silence is the gap between
 * one stretch of speech and the next; hold and redacted time inside it is taken off its length but does not split it. A
 * gap of which nothing is left that way is no silence: it neither counts nor adds a zero to the statistics.
 *
 * <p>What precedes the first speech and follows the last is no silence either, but leading and trailing time, hold and
 * redacted time taken off as well. A call without speech is leading time throughout.
 *
 * <p>An utterance that reaches beyond the call's end counts as it stands; such a call has no trailing time.
 */
public final class TalkTimeline {

    private static final Comparator<Talk> BY_BEGIN = Comparator.<Talk>comparingLong(
                    talk -> talk.span().fromSample())
            .thenComparing(Talk::legId)
            .thenComparingInt(Talk::number);

    private final CallSpan call;
    private final List<Talk> talks;
    private final List<Interval> speech;

    /** What counts neither as speech nor as silence. */
    private final List<Interval> setAside;

    public TalkTimeline(List<Talk> talks, CallSpan call) {
        this.call = call;
        this.talks = talks.stream().sorted(BY_BEGIN).toList();
        this.speech = Intervals.merge(this.talks.stream().map(Talk::span).toList());
        this.setAside = Intervals.union(call.holds(), call.redactions());
    }

    public CallSpan call() {
        return call;
    }

    /** All utterances in the order in which they begin. */
    public List<Talk> talks() {
        return talks;
    }

    /** The stretches in which at least one participant speaks. */
    public List<Interval> speech() {
        return speech;
    }

    public List<Silence> silences() {
        List<Interval> gaps = gaps();
        List<Interval> pieces = Intervals.subtract(gaps, setAside);
        List<Silence> silences = new ArrayList<>(gaps.size());
        int piece = 0;
        for (Interval gap : gaps) {
            long net = 0;
            while (piece < pieces.size() && pieces.get(piece).toSample() <= gap.toSample()) {
                net += pieces.get(piece++).samples();
            }
            if (net > 0) {
                silences.add(new Silence(gap, net));
            }
        }
        return List.copyOf(silences);
    }

    /** The net lengths of the silences, as {@link SilenceStatistics} takes them. */
    public long[] netSilenceSamples() {
        return silences().stream().mapToLong(Silence::netSamples).toArray();
    }

    public long leadingSamples() {
        return netSamples(0, speech.isEmpty() ? call.samples() : speech.get(0).fromSample());
    }

    public long trailingSamples() {
        return speech.isEmpty() ? 0 : netSamples(speech.get(speech.size() - 1).toSample(), call.samples());
    }

    private List<Interval> gaps() {
        List<Interval> gaps = new ArrayList<>(speech.size());
        for (int i = 1; i < speech.size(); i++) {
            long silent = speech.get(i - 1).toSample();
            long spoken = speech.get(i).fromSample();
            gaps.add(new Interval(silent, spoken));
        }
        return gaps;
    }

    private long netSamples(long fromSample, long toSample) {
        long end = Math.min(toSample, call.samples());
        if (fromSample >= end) {
            return 0;
        }
        return Intervals.totalSamples(Intervals.subtract(List.of(new Interval(fromSample, end)), setAside));
    }
}
