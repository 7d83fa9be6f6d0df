package io.undertone.job.kafka;

import io.undertone.udfs.call.RecordOrigin;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where records lie. */
final class Origins {
    private Origins() {}

    static RecordOrigin of(ConsumerRecord<byte[], byte[]> record) {
        int bytes = Math.max(0, record.serializedValueSize());
        return new RecordOrigin(record.topic(), record.partition(), record.offset(), record.timestamp(), bytes);
    }
}
