package io.undertone.images.cluster;

import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Waits for the first record of its kind, as a consumer sees it. */
final class FirstRecord<T extends SpecificRecord> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Class<T> type;
    private final Predicate<T> wanted;

    private FirstRecord(Class<T> type, Predicate<T> wanted) {
        this.type = type;
        this.wanted = wanted;
    }

    /** When, by {@link System#nanoTime}, a record of {@code topic} that is wanted was read. */
    static <T extends SpecificRecord> CompletableFuture<Long> readAt(
            String bootstrapServers, String topic, Class<T> type, Predicate<T> wanted) {
        return CompletableFuture.supplyAsync(
                () -> new FirstRecord<>(type, wanted).readAt(bootstrapServers, topic),
                task -> new Thread(task, "first-of-" + topic).start());
    }

    private long readAt(String bootstrapServers, String topic) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = consumer(bootstrapServers, topic)) {
            while (System.nanoTime() < giveUp) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (isWanted(record.value())) {
                        return System.nanoTime();
                    }
                }
            }
        }
        throw new IllegalStateException("nothing in %s within %s".formatted(topic, PATIENCE));
    }

    private boolean isWanted(byte[] record) {
        try {
            return wanted.test(new AvroCodec().decode(record, type));
        } catch (UnreadableRecordException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers, String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
