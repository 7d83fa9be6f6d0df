package io.undertone.job.kafka;

import io.undertone.schemas.AvroCodec;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.metrics.MetricGroup;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Writes elements as Avro records of one topic; the key decides the partition, by murmur2 as every producer does. */
final class RecordWriter<T> implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {
    private static final long serialVersionUID = 1;

    /** The contract's form of an element. */
    interface Form<T> extends Serializable {
        /** Null where the element has no plain key. */
        @Nullable
        String key(T element);

        /** Null is a tombstone: the key is over. */
        @Nullable
        SpecificRecord value(T element);

        /** Called once, before the first element. */
        default void open(MetricGroup step) {}

        /** What consumers may go by without decoding the value. */
        default Iterable<Header> headers(T element) {
            return List.of();
        }

        /** Kafka's time of the record; null for when it is sent. */
        default @Nullable Long atMillis(T element) {
            return null;
        }
    }

    private final String topic;
    private final Form<T> form;

    RecordWriter(String topic, Form<T> form) {
        this.topic = topic;
        this.form = form;
    }

    @Override
    public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sink) {
        form.open(context.getMetricGroup());
    }

    /** A sink with transactions asks for it: those that an earlier run left open are found by their topic. */
    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic))));
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T element, KafkaSinkContext context, @Nullable Long timestamp) {
        String key = form.key(element);
        byte @Nullable [] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        SpecificRecord value = form.value(element);
        byte @Nullable [] valueBytes = value == null ? null : AvroCodec.encode(value);
        return new ProducerRecord<>(topic, null, form.atMillis(element), keyBytes, valueBytes, form.headers(element));
    }
}
