package io.undertone.job.postcall;

import io.undertone.job.kafka.CallTimes;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.VoiceFacts;
import io.undertone.udfs.conversation.CallSpan;
import io.undertone.udfs.conversation.Interval;
import io.undertone.udfs.conversation.Speaker;
import io.undertone.udfs.conversation.Talk;
import io.undertone.udfs.conversation.TalkTimeline;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays a call's utterances on a timeline. */
final class Timelines {
    private Timelines() {}

    /** Of two legs with one signal, one is laid on it. */
    static TalkTimeline of(EndedCallFacts ended, List<UtteranceFacts> utterances, Speakers speakers) {
        List<Talk> talks = utterances.stream()
                .filter(utterance -> speakers.counts(utterance.legId))
                .map(utterance -> talk(utterance, speakers))
                .toList();
        var span = new CallSpan(
                CallTimes.SAMPLE_RATE_HZ, ended.durationSamples, intervals(ended.holds), intervals(ended.redactions));
        return new TalkTimeline(talks, span);
    }

    private static Talk talk(UtteranceFacts utterance, Speakers speakers) {
        var span = new Interval(utterance.begin, utterance.end);
        boolean mixed = speakers.isMixed(utterance.legId);
        Role role = speakers.role(utterance);
        VoiceFacts voice = mixed ? speakers.voice(utterance) : null;
        String participant = participant(utterance.legId, role, voice);
        return new Talk(utterance.legId, participant, speaker(role), utterance.number, span, mixed);
    }

    /** On a leg that several share, agent and customer are one each, and any other voice is somebody of its own. */
    private static String participant(String legId, Role role, @Nullable VoiceFacts voice) {
        if (voice == null) {
            return legId;
        }
        return switch (role) {
            case AGENT, CUSTOMER -> legId + "/" + role;
            case SYSTEM, SUPERVISOR, OTHER, UNKNOWN -> legId + "/" + voice.number;
        };
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
