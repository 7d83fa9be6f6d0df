package io.undertone.job.kafka;

import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.job.voices.VoiceRecord;
import io.undertone.schema.SpeakerEnrollment;
import io.undertone.schema.SpeakerVoiceprint;
import io.undertone.schema.VoiceprintRequest;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.CallKey;
import io.undertone.schemas.UnreadableRecordException;
import io.undertone.udfs.enrolment.AskingCall;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads the three topics of the voices leg. What cannot be read comes out too, with what was wrong. */
public final class VoiceRecordReader implements KafkaRecordDeserializationSchema<VoiceRecord> {
    private static final long serialVersionUID = 1;

    private final Step step;
    private final Class<? extends SpecificRecord> expected;

    private transient @Nullable AvroCodec codec;

    VoiceRecordReader(Step step, Class<? extends SpecificRecord> expected) {
        this.step = step;
        this.expected = expected;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        codec = new AvroCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<VoiceRecord> out) {
        VoiceRecord voice;
        try {
            voice = read(record);
        } catch (RuntimeException bug) {
            throw StepFailure.reading(step, Texts.call(record.key()), Origins.of(record), bug);
        }
        out.collect(voice);
    }

    @Override
    public TypeInformation<VoiceRecord> getProducedType() {
        return TypeInformation.of(VoiceRecord.class);
    }

    private VoiceRecord read(ConsumerRecord<byte[], byte[]> record) {
        var voice = new VoiceRecord();
        voice.origin = Origins.of(record);
        try {
            if (record.value() == null && expected == SpeakerVoiceprint.class) {
                readTombstone(voice, record.key());
            } else {
                fill(voice, Opened.of(codec).decode(record.value(), expected));
            }
        } catch (UnreadableRecordException e) {
            return unusable(voice, e.reason().name(), e.getMessage());
        }
        if (voice.unusable == null) {
            checkIds(voice, record.key());
        }
        return voice;
    }

    /** All that a tombstone says is its key. */
    private static void readTombstone(VoiceRecord voice, byte @Nullable [] key) {
        String named = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        int bar = named.indexOf('|');
        voice.tombstone = true;
        voice.tenantId = bar < 0 ? "" : named.substring(0, bar);
        voice.speakerId = named.substring(bar + 1);
    }

    private static void fill(VoiceRecord voice, SpecificRecord value) {
        if (value instanceof SpeakerEnrollment enrollment) {
            voice.tenantId = enrollment.getTenantId();
            voice.speakerId = enrollment.getSpeakerId();
            voice.offer = VoiceContract.read(enrollment);
            check(voice, CallKey.problem("enrollment_id", enrollment.getEnrollmentId()), "HOSTILE_ID");
        } else if (value instanceof VoiceprintRequest request) {
            voice.tenantId = request.getTenantId();
            voice.speakerId = request.getSpeakerId();
            AskingCall asking = VoiceContract.read(request, voice.origin.recordMillis);
            voice.asking = asking;
            check(voice, CallKey.problem("call_id", asking.id.callId), "HOSTILE_ID");
            check(voice, Plausible.problem(asking.id), "IMPLAUSIBLE_CALL");
        } else {
            SpeakerVoiceprint voiceprint = (SpeakerVoiceprint) value;
            voice.tenantId = voiceprint.getTenantId();
            voice.speakerId = voiceprint.getSpeakerId();
            voice.voiceprint = VoiceContract.read(voiceprint);
            check(voice, VoiceprintCheck.problem(voiceprint), "IMPLAUSIBLE_VOICEPRINT");
            voiceprint
                    .getEnrollmentIds()
                    .forEach(id -> check(voice, CallKey.problem("enrollment_ids", id), "HOSTILE_ID"));
        }
    }

    private static void checkIds(VoiceRecord voice, byte @Nullable [] key) {
        check(voice, CallKey.problem("tenant_id", voice.tenantId), "HOSTILE_ID");
        check(voice, CallKey.problem("speaker_id", voice.speakerId), "HOSTILE_ID");
        if (!Arrays.equals(key, voice.key().getBytes(StandardCharsets.UTF_8))) {
            check(voice, "the Kafka key is not tenant_id|speaker_id of the record, so its order is lost", "WRONG_KEY");
        }
    }

    /** The first problem counts. */
    private static void check(VoiceRecord voice, @Nullable String problem, String reason) {
        if (problem != null && voice.unusable == null) {
            unusable(voice, reason, problem);
        }
    }

    private static VoiceRecord unusable(VoiceRecord voice, String reason, @Nullable String detail) {
        voice.unusable = reason;
        voice.detail = detail == null ? "" : detail;
        voice.offer = null;
        voice.asking = null;
        voice.voiceprint = null;
        voice.tombstone = false;
        return voice;
    }
}
