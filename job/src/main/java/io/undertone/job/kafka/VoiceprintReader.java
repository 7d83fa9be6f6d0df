package io.undertone.job.kafka;

import io.undertone.job.live.VoiceprintReply;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.schema.VoiceprintAnswer;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.CallKey;
import io.undertone.schemas.UnreadableRecordException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads {@code voiceprint-answers} for the calls that asked. What cannot be read comes out too, with what was wrong. */
public final class VoiceprintReader implements KafkaRecordDeserializationSchema<VoiceprintReply> {
    private static final long serialVersionUID = 1;

    private transient @Nullable AvroCodec codec;

    VoiceprintReader() {}

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        codec = new AvroCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<VoiceprintReply> out) {
        VoiceprintReply reply;
        try {
            reply = read(record);
        } catch (RuntimeException bug) {
            throw StepFailure.reading(Step.READ_VOICEPRINT_ANSWERS, Texts.call(record.key()), Origins.of(record), bug);
        }
        out.collect(reply);
    }

    @Override
    public TypeInformation<VoiceprintReply> getProducedType() {
        return TypeInformation.of(VoiceprintReply.class);
    }

    private VoiceprintReply read(ConsumerRecord<byte[], byte[]> record) {
        var reply = new VoiceprintReply();
        reply.origin = Origins.of(record);
        try {
            fill(reply, Opened.of(codec).decode(record.value()));
        } catch (UnreadableRecordException e) {
            reply.unusable = e.reason().name();
            reply.detail = e.getMessage() == null ? "" : e.getMessage();
        }
        return reply;
    }

    private static void fill(VoiceprintReply reply, SpecificRecord value) {
        if (!(value instanceof VoiceprintAnswer answer)) {
            reply.unusable = "WRONG_RECORD";
            reply.detail = "found a %s, expected VoiceprintAnswer"
                    .formatted(value.getSchema().getName());
            return;
        }
        String problem = problem(answer);
        if (problem != null) {
            reply.unusable = "IMPLAUSIBLE_VOICEPRINT";
            reply.detail = problem;
            return;
        }
        reply.id = VoiceprintContract.call(answer);
        reply.voiceprint = VoiceprintContract.read(answer);
    }

    private static @Nullable String problem(VoiceprintAnswer answer) {
        String problem = CallKey.problem("tenant_id", answer.getTenantId());
        problem = problem == null ? CallKey.problem("call_id", answer.getCallId()) : problem;
        problem = problem == null ? CallKey.problem("speaker_id", answer.getSpeakerId()) : problem;
        return problem == null ? VoiceprintContract.problem(answer) : problem;
    }
}
