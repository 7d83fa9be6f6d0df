package io.undertone.job.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.live.Alert;
import io.undertone.job.live.CallProduct;
import io.undertone.job.live.Insight;
import io.undertone.job.runtime.Filled;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import io.undertone.job.voices.EnrolmentResult;
import io.undertone.job.voices.KeptVoice;
import io.undertone.job.voices.VoiceAnswer;
import io.undertone.schema.CallInsight;
import io.undertone.schema.DeadLetter;
import io.undertone.schema.EndedCall;
import io.undertone.schema.EnrollmentResult;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schema.SpeakerVoiceprint;
import io.undertone.schema.UtteranceEvent;
import io.undertone.schema.VoiceprintAnswer;
import io.undertone.schemas.AvroCodec;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.moods.AlertPhase;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema.KafkaSinkContext;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.testutils.MetricListener;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Everything about a call goes under its key, whichever topic it goes to: that is all that keeps its order. */
final class RecordWriterTest {
    private static final KafkaSinkContext CONTEXT = new OneSubtask();

    private final Insight insight = withoutMoods(Filled.entirely(Insight.class));
    private final CallProduct product = withoutMoods(Filled.entirely(CallProduct.class));
    private final Alert alert = Filled.entirely(Alert.class);
    private final MetricListener shown = new MetricListener();

    @Test
    void what_is_known_of_a_call_goes_under_its_key() throws Exception {
        var letter = new Rejected("stage", "LATE", "detail", "acme", "c-1", null, new RecordOrigin());
        assertWritten(new Forms.OfInsight(), insight, insight.key(), CallInsight.class);
        assertWritten(new Forms.OfAlert(), alert, alert.key(), FrustrationEvent.class);
        assertWritten(new Forms.OfUtterance(), product, product.key(), UtteranceEvent.class);
        assertWritten(new Forms.OfEndedCall(Map.of("undertone", "1")), product, product.key(), EndedCall.class);
        assertWritten(new Forms.OfDeadLetter(), letter, "acme|c-1", DeadLetter.class);
    }

    @Test
    void a_record_of_no_known_call_has_no_key() throws Exception {
        var letter = Rejected.unusable(Step.ADMIT_MEDIA, "EMPTY", "detail", new RecordOrigin());
        assertThat(write(new Forms.OfDeadLetter(), letter).key()).isNull();
    }

    @Test
    void dead_letters_are_counted_by_their_reasons() throws Exception {
        write(new Forms.OfDeadLetter(), Rejected.unusable(Step.ADMIT_MEDIA, "EMPTY", "detail", new RecordOrigin()));
        assertThat(shown.getCounter("undertone", "dead_letters_total"))
                .hasValueSatisfying(all -> assertThat(all.getCount()).isEqualTo(1));
        assertThat(shown.getCounter("undertone", "dead_letters_by", "reason", "EMPTY", "total"))
                .hasValueSatisfying(empty -> assertThat(empty.getCount()).isEqualTo(1));
        assertThat(shown.getCounter("undertone", "dead_letters_by", "reason", "LATE", "total"))
                .isEmpty();
    }

    @Test
    void every_ended_call_names_the_versions_that_decided() throws Exception {
        var record = write(new Forms.OfEndedCall(Map.of("undertone", "1")), product);
        assertThat(new AvroCodec().decode(record.value(), EndedCall.class).getVersions())
                .containsEntry("undertone", "1")
                .containsAllEntriesOf(Objects.requireNonNull(product.ended).versions);
    }

    @Test
    void an_alert_is_a_cloud_event_in_binary_mode() throws Exception {
        alert.facts.phase = AlertPhase.RAISED;
        alert.facts.decidedSample = 8_000;
        alert.id.startMicros = 1_767_607_200_000_000L;
        assertThat(headers(write(new Forms.OfAlert(), alert)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", alert.facts.eventId,
                        "ce_source", "undertone/" + alert.id.tenantId,
                        "ce_type", "io.undertone.frustration.raised",
                        "ce_subject", alert.id.callId,
                        "ce_time", "2026-01-05T10:00:01Z",
                        "content-type", "application/avro"));
        assertThat(headers(write(new Forms.OfUtterance(), product)))
                .as("nobody else's are")
                .isEmpty();
    }

    @Test
    void what_becomes_of_voices_goes_under_the_speaker_and_to_calls_under_the_call() throws Exception {
        KeptVoice kept = Filled.entirely(KeptVoice.class);
        EnrolmentResult result = Filled.entirely(EnrolmentResult.class);
        VoiceAnswer answer = Filled.entirely(VoiceAnswer.class);
        assertWritten(new VoiceForms.OfVoiceprint(), kept, kept.key(), SpeakerVoiceprint.class);
        assertWritten(new VoiceForms.OfResult(), result, result.key(), EnrollmentResult.class);
        assertWritten(new VoiceForms.OfAnswer(), answer, answer.id().key(), VoiceprintAnswer.class);
    }

    @Test
    void what_is_not_known_of_an_enrolment_or_a_voice_is_null() throws Exception {
        assertThat(write(new VoiceForms.OfResult(), Filled.barely(EnrolmentResult.class))
                        .value())
                .isNotNull();
        var answer = write(new VoiceForms.OfAnswer(), Filled.barely(VoiceAnswer.class));
        assertThat(new AvroCodec()
                        .decode(answer.value(), VoiceprintAnswer.class)
                        .getEmbedding())
                .isNull();
    }

    @Test
    void a_voice_to_be_forgotten_is_a_record_without_value_as_of_its_time() throws Exception {
        var tombstone = write(new VoiceForms.OfVoiceprint(), new KeptVoice("acme", "v-1", null, 17));
        assertThat(tombstone.value()).isNull();
        assertThat(tombstone.key()).isEqualTo("acme|v-1".getBytes(UTF_8));
        assertThat(tombstone.timestamp()).isEqualTo(17);
        assertThat(write(new VoiceForms.OfVoiceprint(), Filled.entirely(KeptVoice.class))
                        .timestamp())
                .as("when it is sent")
                .isNull();
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    /** Moods come by threes, which nothing that is filled at random knows. */
    private static Insight withoutMoods(Insight insight) {
        insight.moods.clear();
        insight.windows.clear();
        return insight;
    }

    private static CallProduct withoutMoods(CallProduct product) {
        Objects.requireNonNull(product.ended).legs.forEach(leg -> leg.moods.clear());
        return product;
    }

    private <T> void assertWritten(
            RecordWriter.Form<T> form, T element, String key, Class<? extends SpecificRecord> type) throws Exception {
        ProducerRecord<byte[], byte[]> record = write(form, element);
        assertThat(record.topic()).isEqualTo("topic");
        assertThat(record.key()).isEqualTo(key.getBytes(UTF_8));
        assertThat(record.partition()).as("left to the key").isNull();
        assertThat(new AvroCodec().decode(record.value(), type)).isNotNull();
    }

    /** As the job does: by a writer that came over the network. */
    private <T> ProducerRecord<byte[], byte[]> write(RecordWriter.Form<T> form, T element) throws Exception {
        RecordWriter<T> shipped = InstantiationUtil.clone(new RecordWriter<>("topic", form));
        shipped.open(new Opening(shown.getMetricGroup()), CONTEXT);
        return shipped.serialize(element, CONTEXT, null);
    }

    private record Opening(MetricGroup metrics) implements SerializationSchema.InitializationContext {
        @Override
        public MetricGroup getMetricGroup() {
            return metrics;
        }

        @Override
        public UserCodeClassLoader getUserCodeClassLoader() {
            return SimpleUserCodeClassLoader.create(RecordWriterTest.class.getClassLoader());
        }
    }

    private static final class OneSubtask implements KafkaSinkContext {
        @Override
        public int getParallelInstanceId() {
            return 0;
        }

        @Override
        public int getNumberOfParallelInstances() {
            return 1;
        }

        @Override
        public int[] getPartitionsForTopic(String topic) {
            return new int[] {0};
        }
    }
}
