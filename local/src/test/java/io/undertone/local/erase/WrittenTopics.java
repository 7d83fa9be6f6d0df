package io.undertone.local.erase;

import io.undertone.job.config.KafkaConfig;
import io.undertone.job.migrate.TopicMigration;
import io.undertone.local.system.EmbeddedBroker;
import io.undertone.schemas.Topic;
import io.undertone.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A broker with all topics, to which a test writes under keys and at times of its own. */
final class WrittenTopics implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final KafkaProducer<byte[], byte[]> producer;

    private WrittenTopics(EmbeddedBroker broker) {
        this.broker = broker;
        this.producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static WrittenTopics start(Path directory) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        var config = new KafkaConfig(broker.bootstrapServers(), "undertone", 30_000, Map.of());
        new TopicMigration(config, TopicMigration.BROKERS_REPLICATION).migrate();
        return new WrittenTopics(broker);
    }

    String brokers() {
        return broker.bootstrapServers();
    }

    void write(String topic, String key, Instant at) throws Exception {
        byte[] value = "what was said".getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic, null, at.toEpochMilli(), bytes(key), value))
                .get();
    }

    /** Names of topics in any of whose partitions something stands under the key. */
    List<String> holding(String key) {
        var holding = new ArrayList<String>();
        for (Topic topic : Topics.shipped().all()) {
            if (last(topic.name(), key) != null) {
                holding.add(topic.name());
            }
        }
        return holding.stream().sorted().toList();
    }

    boolean isEnded(String topic, String key) {
        ConsumerRecord<byte[], byte[]> last = last(topic, key);
        return last != null && last.value() == null;
    }

    private @Nullable ConsumerRecord<byte[], byte[]> last(String topic, String key) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers(), "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ConsumerRecord<byte[], byte[]> last = null;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    last = Arrays.equals(record.key(), bytes(key)) ? record : last;
                }
            }
            return last;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        broker.close();
    }
}
