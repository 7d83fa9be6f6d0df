package io.undertone.job.kafka;

import io.undertone.schemas.AvroCodec;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes elements as Avro records of one topic; the key decides the partition, by murmur2 as every producer does. */
final class RecordWriter<T> implements KafkaRecordSerializationSchema<T> {
    private static final long serialVersionUID = 1;

    /** The contract's form of an element. */
    interface Form<T> extends Serializable {
        /** Null where the element has no plain key. */
        @Nullable
        String key(T element);

        SpecificRecord value(T element);
    }

    private final String topic;
    private final Form<T> form;

    RecordWriter(String topic, Form<T> form) {
        this.topic = topic;
        this.form = form;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T element, KafkaSinkContext context, @Nullable Long timestamp) {
        String key = form.key(element);
        byte @Nullable [] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, keyBytes, AvroCodec.encode(form.value(element)));
    }
}
