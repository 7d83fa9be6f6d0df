package io.undertone.job.kafka;

import io.undertone.job.postcall.CallPart;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.schema.EndedCall;
import io.undertone.schema.UtteranceEvent;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads {@code utterances} and {@code ended-calls}. What cannot be read comes out too, with what was wrong. */
public final class PartReader implements KafkaRecordDeserializationSchema<CallPart> {
    private static final long serialVersionUID = 1;

    private final Step step;

    private transient @Nullable AvroCodec codec;

    PartReader(Step step) {
        this.step = step;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        codec = new AvroCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<CallPart> out) {
        CallPart part;
        try {
            part = read(record);
        } catch (RuntimeException bug) {
            throw StepFailure.reading(step, Texts.call(record.key()), Origins.of(record), bug);
        }
        out.collect(part);
    }

    @Override
    public TypeInformation<CallPart> getProducedType() {
        return TypeInformation.of(CallPart.class);
    }

    private CallPart read(ConsumerRecord<byte[], byte[]> record) {
        var part = new CallPart();
        part.origin = Origins.of(record);
        try {
            fill(part, Opened.of(codec).decode(record.value()));
            if (part.unusable == null) {
                check(part);
            }
        } catch (UnreadableRecordException e) {
            part.unusable = e.reason().name();
            part.detail = e.getMessage() == null ? "" : e.getMessage();
        }
        return part;
    }

    /** What would throw further on is refused here, so that one record cannot keep the leg from starting. */
    private static void check(CallPart part) {
        String problem = Plausible.problem(part.id);
        if (problem == null && part.utterance != null) {
            problem = problem(part.utterance);
        }
        if (problem == null && part.ended != null) {
            problem = problem(part.ended);
        }
        if (problem != null) {
            part.unusable = "IMPLAUSIBLE_PART";
            part.detail = problem;
        }
    }

    private static @Nullable String problem(UtteranceFacts utterance) {
        if (!Plausible.utterance(utterance)) {
            return "an utterance has number %d and samples [%d, %d); expected a number from 1, begin before end, and both within a month"
                    .formatted(utterance.number, utterance.begin, utterance.end);
        }
        return Plausible.speaker(utterance)
                ? null
                : "an utterance has version %d and voice %d; expected a version from 0 to %d, a voice from 0, a plain speaker_id and a finite score"
                        .formatted(utterance.version, utterance.voice, Plausible.LAST_VERSION);
    }

    private static @Nullable String problem(EndedCallFacts ended) {
        if (!Plausible.times(ended)) {
            return "an ended call lasts less than nothing or more than a month, or an interval of it ends before it begins";
        }
        return Plausible.legs(ended)
                ? null
                : "a leg of an ended call announces fewer than no or more than %d utterances or fewer records than these, or its voices, its moods, its verification or the leg whose signal it repeats cannot be"
                        .formatted(Plausible.MOST_UTTERANCES);
    }

    private static void fill(CallPart part, SpecificRecord value) {
        if (value instanceof UtteranceEvent event) {
            long start = MediaContract.micros(event.getCallStart());
            part.id = new CallId(event.getTenantId(), event.getCallId(), start, event.getPart());
            part.utterance = CallContract.read(event);
        } else if (value instanceof EndedCall event) {
            part.ended = EndedCallContract.read(event);
            part.id = part.ended.id;
        } else {
            part.unusable = "WRONG_RECORD";
            part.detail = "found a %s, expected UtteranceEvent or EndedCall"
                    .formatted(value.getSchema().getName());
        }
    }
}
