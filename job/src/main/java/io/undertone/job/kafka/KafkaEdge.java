package io.undertone.job.kafka;

import static io.undertone.job.runtime.Step.PUBLISH_DEAD_LETTERS;
import static io.undertone.job.runtime.Step.PUBLISH_ENDED_CALLS;
import static io.undertone.job.runtime.Step.PUBLISH_INSIGHTS;
import static io.undertone.job.runtime.Step.PUBLISH_UTTERANCES;
import static io.undertone.job.runtime.Step.READ_ENDED_CALLS;
import static io.undertone.job.runtime.Step.READ_MEDIA;
import static io.undertone.job.runtime.Step.READ_UPDATES;
import static io.undertone.job.runtime.Step.READ_UTTERANCES;

import io.undertone.job.config.KafkaConfig;
import io.undertone.job.live.LiveInlets;
import io.undertone.job.live.LiveOutlets;
import io.undertone.job.postcall.PostCallInlets;
import io.undertone.job.runtime.Outlet;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import java.util.Map;
import java.util.Properties;
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

    /** The topic of records that could not be used. */
    public Outlet<Rejected> deadLetters(Step step) {
        return write(step, "dead-letters", new Forms.OfDeadLetter());
    }

    @SuppressWarnings("deprecation") // The connector's own signature still asks for the class that Kafka deprecated.
    private <T> SingleOutputStreamOperator<T> read(
            StreamExecutionEnvironment env,
            Step step,
            String topic,
            String leg,
            KafkaRecordDeserializationSchema<T> reader) {
        KafkaSource<T> source = KafkaSource.<T>builder()
                .setProperties(properties())
                .setBootstrapServers(config.bootstrapServers())
                .setTopics(topic)
                .setGroupId(config.groupPrefix() + "-" + leg)
                .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
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
