package io.undertone.udfs.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who had how much of a call, and what nobody had.
 *
 * @param talkSecondsByLeg speech per leg, each second once; in sum it may exceed the call
 * @param talkSecondsByParticipant speech per participant over all legs, likewise
 * @param nonTalkSeconds hold united with the stretches longer than 3 s in which nobody speaks
 * @param holdSeconds hold within the call, each second once
 * @param redactedSeconds redacted time within the call, each second once
 * @param leadingSeconds time before the first speech, without hold and redacted time
 * @param trailingSeconds time after the last speech, without hold and redacted time
 * @param interruptions by who interrupts; null on a mixed leg, see {@link Interruptions}
 */
public record ConversationMetrics(
        SortedMap<String, Double> talkSecondsByLeg,
        SortedMap<String, Double> talkSecondsByParticipant,
        double nonTalkSeconds,
        double holdSeconds,
        double redactedSeconds,
        double leadingSeconds,
        double trailingSeconds,
        @Nullable Map<Speaker, InterruptionTally> interruptions) {

    private static final int NON_TALK_OVER_SECONDS = 3;

    public static ConversationMetrics of(TalkTimeline timeline) {
        CallSpan call = timeline.call();
        return new ConversationMetrics(
                talkSeconds(timeline, Talk::legId),
                talkSeconds(timeline, Talk::participant),
                call.seconds(nonTalkSamples(timeline)),
                call.seconds(Intervals.totalSamples(call.holds())),
                call.seconds(Intervals.totalSamples(call.redactions())),
                call.seconds(timeline.leadingSamples()),
                call.seconds(timeline.trailingSamples()),
                Interruptions.bySpeaker(timeline));
    }

    private static SortedMap<String, Double> talkSeconds(TalkTimeline timeline, Function<Talk, String> key) {
        SortedMap<String, List<Interval>> spans = new TreeMap<>();
        for (Talk talk : timeline.talks()) {
            spans.computeIfAbsent(key.apply(talk), whose -> new ArrayList<>()).add(talk.span());
        }
        SortedMap<String, Double> seconds = new TreeMap<>();
        spans.forEach((whose, sorted) -> seconds.put(whose, timeline.call().seconds(Intervals.totalSamples(sorted))));
        return Collections.unmodifiableSortedMap(seconds);
    }

    /**
     * A stretch goes on through hold, where nobody speaks either, and ends where speech or redacted time begins: what was
     * said in the redacted part is not known to be silence.
     */
    private static long nonTalkSamples(TalkTimeline timeline) {
        CallSpan call = timeline.call();
        long limit = (long) NON_TALK_OVER_SECONDS * call.sampleRate();
        List<Interval> quiet = Intervals.subtract(call.whole(), Intervals.union(timeline.speech(), call.redactions()));
        List<Interval> stretches =
                quiet.stream().filter(stretch -> stretch.samples() > limit).toList();
        return Intervals.totalSamples(Intervals.union(call.holds(), stretches));
    }
}
