package io.undertone.job.postcall;

import io.undertone.job.kafka.CallTimes;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.conversation.CallSpan;
import io.undertone.udfs.conversation.Interval;
import io.undertone.udfs.conversation.Speaker;
import io.undertone.udfs.conversation.Talk;
import io.undertone.udfs.conversation.TalkTimeline;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.List;

/** Lays a call's utterances on a timeline. */
final class Timelines {
    private Timelines() {}

    static TalkTimeline of(EndedCallFacts ended, List<UtteranceFacts> utterances) {
        // A call of one leg whose role nobody knows is one in which both speak.
        boolean mixed = ended.legs.size() == 1 && ended.facts.party(ended.legs.get(0).legId).role == Role.UNKNOWN;
        List<Talk> talks =
                utterances.stream().map(utterance -> talk(utterance, mixed)).toList();
        var span = new CallSpan(
                CallTimes.SAMPLE_RATE_HZ, ended.durationSamples, intervals(ended.holds), intervals(ended.redactions));
        return new TalkTimeline(talks, span);
    }

    private static Talk talk(UtteranceFacts utterance, boolean mixed) {
        var span = new Interval(utterance.begin, utterance.end);
        return new Talk(utterance.legId, utterance.legId, speaker(utterance.role), utterance.number, span, mixed);
    }

    private static Speaker speaker(Role role) {
        return switch (role) {
            case CUSTOMER -> Speaker.CUSTOMER;
            case AGENT -> Speaker.AGENT;
            case SYSTEM, SUPERVISOR, OTHER -> Speaker.OTHER;
            case UNKNOWN -> Speaker.UNKNOWN;
        };
    }

    private static List<Interval> intervals(List<io.undertone.udfs.call.Interval> from) {
        return from.stream()
                .map(interval -> new Interval(interval.begin, interval.end))
                .toList();
    }
}
