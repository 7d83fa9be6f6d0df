package io.undertone.local.report;

import io.undertone.schema.DeadLetter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts the topic of records that could not be used. */
public final class DeadLetters {
    private static final String TOPIC = "dead-letters";

    private DeadLetters() {}

    /** How many dead letters there are now, by reason. */
    public static Map<String, Long> byReason(String bootstrapServers) throws IOException {
        var counts = new TreeMap<String, Long>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var letter : consumer.poll(Duration.ofMillis(100))) {
                    counts.merge(DeadLetter.getDecoder().decode(letter.value()).getReason(), 1L, Long::sum);
                }
            }
        }
        return counts;
    }
}
