package io.undertone.local.endtoend;

import io.undertone.schema.CallInsight;
import io.undertone.schema.EndedCall;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schema.UtteranceEvent;
import io.undertone.schema.VoiceprintRequest;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/** What the live leg told of calls, in the order in which it did. */
record ToldTopics(
        List<UtteranceEvent> utterances,
        List<CallInsight> insights,
        List<FrustrationEvent> alerts,
        List<VoiceprintRequest> requests,
        List<EndedCall> ends) {
    /** Everything that the topics hold now. */
    static ToldTopics read(String brokers) throws UnreadableRecordException {
        return new ToldTopics(
                read(brokers, "utterances", UtteranceEvent.class),
                read(brokers, "call-insights", CallInsight.class),
                read(brokers, "frustration-events", FrustrationEvent.class),
                read(brokers, "voiceprint-requests", VoiceprintRequest.class),
                read(brokers, "ended-calls", EndedCall.class));
    }

    /** What was told of one call. */
    ToldTopics of(String callId) {
        return new ToldTopics(
                those(utterances, UtteranceEvent::getCallId, callId),
                those(insights, CallInsight::getCallId, callId),
                those(alerts, FrustrationEvent::getCallId, callId),
                those(requests, VoiceprintRequest::getCallId, callId),
                those(ends, EndedCall::getCallId, callId));
    }

    /** What was told of seconds from then on. */
    ToldTopics from(int second) {
        return new ToldTopics(
                those(utterances, utterance -> utterance.getBeginSample() >= second * 8_000L),
                those(insights, insight -> insight.getMediaSecond() > second),
                those(alerts, alert -> alert.getBeginOffsetMs() >= second * 1_000L),
                List.of(),
                ends);
    }

    EndedCall end() {
        return ends.get(0);
    }

    private static <T> List<T> those(List<T> all, Function<T, String> call, String callId) {
        return those(all, one -> call.apply(one).equals(callId));
    }

    private static <T> List<T> those(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private static <T extends SpecificRecord> List<T> read(String brokers, String topic, Class<T> type)
            throws UnreadableRecordException {
        var codec = new AvroCodec();
        List<T> values = new ArrayList<>();
        for (var told : Topics.read(brokers, topic)) {
            values.add(codec.decode(told.value(), type));
        }
        return values;
    }
}
