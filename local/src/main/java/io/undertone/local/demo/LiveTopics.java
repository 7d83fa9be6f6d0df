package io.undertone.local.demo;

import io.undertone.schema.CallInsight;
import io.undertone.schema.EndedCall;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows what the live leg publishes, from the beginning of the topics. */
final class LiveTopics implements AutoCloseable {
    private static final String INSIGHTS = "call-insights";
    private static final String ENDED = "ended-calls";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final LiveCalls calls = new LiveCalls();

    LiveTopics(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(INSIGHTS, ENDED)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Takes in what is there, waiting a little when nothing is. */
    LiveCalls follow(Duration patience) throws IOException {
        for (var record : consumer.poll(patience)) {
            if (record.topic().equals(INSIGHTS)) {
                calls.heard(CallInsight.getDecoder().decode(record.value()));
            } else {
                calls.ended(EndedCall.getDecoder().decode(record.value()));
            }
        }
        return calls;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
