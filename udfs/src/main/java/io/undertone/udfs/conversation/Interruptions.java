package io.undertone.udfs.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds who broke into whose utterance.
 *
 * <p>a interrupts b if a's utterance starts at least 1 s after b's and both are heard together for at least 1 s. A shorter
 * overlap is a back-channel ("mhm") or the end of b's turn. It counts to a, once per pair of utterances.
 *
 * <p>That starts within 0.1 s of each other count for neither needs no rule of its own: whoever starts less than 1 s
 * after the other does not interrupt, so the lead of 1 s contains it.
 *
 * <p>On a mixed leg nobody can say who overlapped whom, and utterances of one leg never interrupt each other.
 */
public final class Interruptions {

    private static final int MIN_LEAD_SECONDS = 1;
    private static final int MIN_OVERLAP_SECONDS = 1;

    private Interruptions() {}

    /** All interruptions by the begin of the interrupting utterance; null if the call has a mixed leg. */
    public static @Nullable List<Interruption> in(TalkTimeline timeline) {
        if (timeline.talks().stream().anyMatch(Talk::mixedLeg)) {
            return null;
        }
        return sweep(timeline.talks(), timeline.call().sampleRate());
    }

    /** Counts and seconds of everyone who speaks in the call, 0 for who never interrupts; null if it has a mixed leg. */
    public static @Nullable Map<Speaker, InterruptionTally> bySpeaker(TalkTimeline timeline) {
        List<Interruption> found = in(timeline);
        if (found == null) {
            return null;
        }
        Map<Speaker, Integer> counts = new EnumMap<>(Speaker.class);
        Map<Speaker, Long> samples = new EnumMap<>(Speaker.class);
        timeline.talks().forEach(talk -> counts.put(talk.speaker(), 0));
        for (Interruption interruption : found) {
            counts.merge(interruption.by().speaker(), 1, Integer::sum);
            samples.merge(interruption.by().speaker(), interruption.overlap().samples(), Long::sum);
        }
        Map<Speaker, InterruptionTally> tallies = new EnumMap<>(Speaker.class);
        counts.forEach((speaker, count) -> tallies.put(
                speaker, new InterruptionTally(count, timeline.call().seconds(samples.getOrDefault(speaker, 0L)))));
        return Collections.unmodifiableMap(tallies);
    }

    /**
     * Goes through the utterances by begin and keeps only those that can still be interrupted. Utterances of a leg follow
     * one another, so these are about as many as the legs, however long the call.
     */
    private static List<Interruption> sweep(List<Talk> byBegin, int sampleRate) {
        long minLead = (long) MIN_LEAD_SECONDS * sampleRate;
        long minOverlap = (long) MIN_OVERLAP_SECONDS * sampleRate;
        List<Interruption> found = new ArrayList<>();
        List<Talk> ongoing = new ArrayList<>();
        for (Talk starting : byBegin) {
            long begin = starting.span().fromSample();
            ongoing.removeIf(talk -> talk.span().toSample() - begin < minOverlap);
            for (Talk earlier : ongoing) {
                long end = Math.min(earlier.span().toSample(), starting.span().toSample());
                boolean otherLeg = !earlier.legId().equals(starting.legId());
                boolean breaksIn = begin - earlier.span().fromSample() >= minLead && end - begin >= minOverlap;
                if (otherLeg && breaksIn) {
                    found.add(new Interruption(starting, earlier, new Interval(begin, end)));
                }
            }
            ongoing.add(starting);
        }
        return List.copyOf(found);
    }
}
