package io.undertone.job.kafka;

import io.undertone.job.live.FeedbackReply;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.schema.AlertFeedback;
import io.undertone.schema.AlertVerdict;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.CallKey;
import io.undertone.schemas.UnreadableRecordException;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.moods.Feedback;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads {@code alert-feedback} for the calls that the alerts are about. What cannot be read comes out too, with what was wrong. */
public final class FeedbackReader implements KafkaRecordDeserializationSchema<FeedbackReply> {
    private static final long serialVersionUID = 1;

    private transient @Nullable AvroCodec codec;

    FeedbackReader() {}

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        codec = new AvroCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<FeedbackReply> out) {
        FeedbackReply reply;
        try {
            reply = read(record);
        } catch (RuntimeException bug) {
            throw StepFailure.reading(Step.READ_FEEDBACK, Texts.call(record.key()), Origins.of(record), bug);
        }
        out.collect(reply);
    }

    @Override
    public TypeInformation<FeedbackReply> getProducedType() {
        return TypeInformation.of(FeedbackReply.class);
    }

    private FeedbackReply read(ConsumerRecord<byte[], byte[]> record) {
        var reply = new FeedbackReply();
        reply.origin = Origins.of(record);
        try {
            fill(reply, Opened.of(codec).decode(record.value()));
        } catch (UnreadableRecordException e) {
            reply.unusable = e.reason().name();
            reply.detail = e.getMessage() == null ? "" : e.getMessage();
        }
        return reply;
    }

    private static void fill(FeedbackReply reply, SpecificRecord value) {
        if (!(value instanceof AlertFeedback feedback)) {
            reply.unusable = "WRONG_RECORD";
            reply.detail = "found a %s, expected AlertFeedback"
                    .formatted(value.getSchema().getName());
            return;
        }
        String problem = problem(feedback);
        if (problem != null) {
            reply.unusable = "IMPLAUSIBLE_FEEDBACK";
            reply.detail = problem;
            return;
        }
        reply.id = new CallId(
                feedback.getTenantId(),
                feedback.getCallId(),
                MediaContract.micros(feedback.getCallStart()),
                feedback.getPart());
        reply.answer.alertId = feedback.getAlertId();
        reply.answer.verdict = Enums.to(Feedback.class, feedback.getVerdict());
    }

    private static @Nullable String problem(AlertFeedback feedback) {
        String problem = CallKey.problem("tenant_id", feedback.getTenantId());
        problem = problem == null ? CallKey.problem("call_id", feedback.getCallId()) : problem;
        problem = problem == null ? CallKey.problem("alert_id", feedback.getAlertId()) : problem;
        if (problem == null && feedback.getVerdict() == AlertVerdict.UNKNOWN) {
            problem = "verdict is UNKNOWN, expected ACKNOWLEDGED, RIGHT, WRONG or MUTED_CALL";
        }
        return problem;
    }
}
