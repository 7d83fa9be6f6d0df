package io.undertone.job.kafka;

import static io.undertone.job.runtime.Step.PUBLISH_DEAD_LETTERS;
import static io.undertone.job.runtime.Step.PUBLISH_ENDED_CALLS;
import static io.undertone.job.runtime.Step.PUBLISH_ENROLLMENT_RESULTS;
import static io.undertone.job.runtime.Step.PUBLISH_INSIGHTS;
import static io.undertone.job.runtime.Step.PUBLISH_UTTERANCES;
import static io.undertone.job.runtime.Step.PUBLISH_VOICEPRINTS;
import static io.undertone.job.runtime.Step.PUBLISH_VOICEPRINT_ANSWERS;
import static io.undertone.job.runtime.Step.PUBLISH_VOICES_DEAD_LETTERS;
import static io.undertone.job.runtime.Step.READ_ENDED_CALLS;
import static io.undertone.job.runtime.Step.READ_ENROLLMENTS;
import static io.undertone.job.runtime.Step.READ_MEDIA;
import static io.undertone.job.runtime.Step.READ_UPDATES;
import static io.undertone.job.runtime.Step.READ_UTTERANCES;
import static io.undertone.job.runtime.Step.READ_VOICEPRINTS;
import static io.undertone.job.runtime.Step.READ_VOICEPRINT_REQUESTS;

import io.undertone.job.config.KafkaConfig;
import io.undertone.job.live.LiveInlets;
import io.undertone.job.live.LiveOutlets;
import io.undertone.job.postcall.PostCallInlets;
import io.undertone.job.runtime.Outlet;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import io.undertone.job.voices.VoiceRecord;
import io.undertone.job.voices.VoicesInlets;
import io.undertone.job.voices.VoicesOutlets;
import io.undertone.schema.SpeakerEnrollment;
import io.undertone.schema.SpeakerVoiceprint;
import io.undertone.schema.VoiceprintRequest;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** The graphs' inlets and outlets on Kafka. Hand-overs are at-least-once with deterministic content; receivers drop repeats. */
public final class KafkaEdge {
    @SuppressWarnings("deprecation") // The connector's own signature still asks for the class that Kafka deprecated.
    private static final OffsetsInitializer COMMITTED =
            OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);

    private final KafkaConfig config;
    private final Map<String, String> versions;

    /**
     * @param versions of what decides, written with every ended call
     */
    public KafkaEdge(KafkaConfig config, Map<String, String> versions) {
        this.config = config;
        this.versions = Map.copyOf(versions);
    }

    public LiveInlets live(StreamExecutionEnvironment env) {
        return new LiveInlets(
                read(env, READ_MEDIA, "call-media", "live", MediaRecordReader.ofMedia()),
                read(env, READ_UPDATES, "call-updates", "live", MediaRecordReader.ofUpdates()));
    }

    public LiveOutlets live() {
        return new LiveOutlets(
                write(PUBLISH_INSIGHTS, "call-insights", new Forms.OfInsight()),
                write(PUBLISH_UTTERANCES, "utterances", new Forms.OfUtterance()),
                write(PUBLISH_ENDED_CALLS, "ended-calls", new Forms.OfEndedCall(versions)),
                deadLetters(PUBLISH_DEAD_LETTERS));
    }

    public PostCallInlets postCall(StreamExecutionEnvironment env) {
        return new PostCallInlets(
                read(env, READ_UTTERANCES, "utterances", "post-call", new PartReader(READ_UTTERANCES)),
                read(env, READ_ENDED_CALLS, "ended-calls", "post-call", new PartReader(READ_ENDED_CALLS)));
    }

    /** Voiceprints are read from the beginning where no state says how far: they are what the leg knows. */
    public VoicesInlets voices(StreamExecutionEnvironment env) {
        return new VoicesInlets(
                voices(env, READ_ENROLLMENTS, "speaker-enrollments", COMMITTED, SpeakerEnrollment.class),
                voices(env, READ_VOICEPRINT_REQUESTS, "voiceprint-requests", COMMITTED, VoiceprintRequest.class),
                voices(
                        env,
                        READ_VOICEPRINTS,
                        "speaker-voiceprints",
                        OffsetsInitializer.earliest(),
                        SpeakerVoiceprint.class));
    }

    public VoicesOutlets voices() {
        return new VoicesOutlets(
                write(PUBLISH_VOICEPRINTS, "speaker-voiceprints", new VoiceForms.OfVoiceprint()),
                write(PUBLISH_ENROLLMENT_RESULTS, "enrollment-results", new VoiceForms.OfResult()),
                write(PUBLISH_VOICEPRINT_ANSWERS, "voiceprint-answers", new VoiceForms.OfAnswer()),
                deadLetters(PUBLISH_VOICES_DEAD_LETTERS));
    }

    /** The topic of records that could not be used. */
    public Outlet<Rejected> deadLetters(Step step) {
        return write(step, "dead-letters", new Forms.OfDeadLetter());
    }

    private SingleOutputStreamOperator<VoiceRecord> voices(
            StreamExecutionEnvironment env,
            Step step,
            String topic,
            OffsetsInitializer from,
            Class<? extends SpecificRecord> record) {
        return read(env, step, topic, "voices", from, new VoiceRecordReader(step, record));
    }

    private <T> SingleOutputStreamOperator<T> read(
            StreamExecutionEnvironment env,
            Step step,
            String topic,
            String leg,
            KafkaRecordDeserializationSchema<T> reader) {
        return read(env, step, topic, leg, COMMITTED, reader);
    }

    private <T> SingleOutputStreamOperator<T> read(
            StreamExecutionEnvironment env,
            Step step,
            String topic,
            String leg,
            OffsetsInitializer from,
            KafkaRecordDeserializationSchema<T> reader) {
        KafkaSource<T> source = KafkaSource.<T>builder()
                .setProperties(properties())
                .setBootstrapServers(config.bootstrapServers())
                .setTopics(topic)
                .setGroupId(config.groupPrefix() + "-" + leg)
                .setStartingOffsets(from)
                .setDeserializer(reader)
                .build();
        return step.on(env.fromSource(source, WatermarkStrategy.noWatermarks(), step.uid(), reader.getProducedType()));
    }

    private <T> Outlet<T> write(Step step, String topic, RecordWriter.Form<T> form) {
        KafkaSink<T> sink = KafkaSink.<T>builder()
                .setKafkaProducerConfig(producerProperties())
                .setBootstrapServers(config.bootstrapServers())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new RecordWriter<>(topic, form))
                .build();
        return stream -> step.on(stream.sinkTo(sink));
    }

    /** What the configuration says wins. */
    private Properties producerProperties() {
        var properties = new Properties();
        properties.put("linger.ms", "5");
        properties.put("compression.type", "lz4");
        properties.putAll(config.properties());
        return properties;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.putAll(config.properties());
        return properties;
    }
}
