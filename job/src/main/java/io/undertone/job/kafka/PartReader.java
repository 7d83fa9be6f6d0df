package io.undertone.job.kafka;

import io.undertone.job.postcall.CallPart;
import io.undertone.job.runtime.Opened;
import io.undertone.schema.EndedCall;
import io.undertone.schema.UtteranceEvent;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import io.undertone.udfs.call.CallId;
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

    private transient @Nullable AvroCodec codec;

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        codec = new AvroCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<CallPart> out) {
        var part = new CallPart();
        part.origin = Origins.of(record);
        try {
            fill(part, Opened.of(codec).decode(record.value()));
        } catch (UnreadableRecordException e) {
            part.unusable = e.reason().name();
            part.detail = e.getMessage() == null ? "" : e.getMessage();
        }
        out.collect(part);
    }

    @Override
    public TypeInformation<CallPart> getProducedType() {
        return TypeInformation.of(CallPart.class);
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
