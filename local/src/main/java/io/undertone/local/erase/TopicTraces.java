package io.undertone.local.erase;

import io.undertone.job.config.KafkaConfig;
import io.undertone.schemas.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Looks for records under a key, in the one partition of each topic where the key belongs. */
final class TopicTraces {
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final KafkaConfig config;

    TopicTraces(KafkaConfig config) {
        this.config = config;
    }

    /** Of what was written since, which is all where that is null. */
    List<Trace> find(List<Topic> topics, String key, @Nullable Instant since) throws IOException {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        Map<String, Object> properties = new HashMap<>(config.properties());
        properties.put("bootstrap.servers", config.bootstrapServers());
        properties.put("enable.auto.commit", false);
        properties.put("default.api.timeout.ms", config.connectTimeoutMs());
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return topics.stream()
                    .map(topic -> find(consumer, topic, wanted, since))
                    .toList();
        } catch (KafkaException e) {
            throw new IOException("Kafka at %s: %s".formatted(config.bootstrapServers(), e.getMessage()), e);
        }
    }

    private static Trace find(
            KafkaConsumer<byte[], byte[]> consumer, Topic topic, byte[] key, @Nullable Instant since) {
        int partitions = consumer.partitionsFor(topic.name()).size();
        var partition = new TopicPartition(topic.name(), BuiltInPartitioner.partitionForKey(key, partitions));
        consumer.assign(List.of(partition));
        consumer.seek(partition, begin(consumer, partition, since));
        long end =
                Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
        long found = 0;
        Instant newest = null;
        boolean ended = false;
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(GLANCE)) {
                if (Arrays.equals(record.key(), key)) {
                    ended = record.value() == null;
                    found += ended ? 0 : 1;
                    newest = Instant.ofEpochMilli(record.timestamp());
                }
            }
        }
        return new Trace(topic, found, newest, ended);
    }

    private static long begin(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, @Nullable Instant since) {
        if (since != null) {
            OffsetAndTimestamp found = consumer.offsetsForTimes(Map.of(partition, since.toEpochMilli()))
                    .get(partition);
            if (found != null) {
                return found.offset();
            }
        }
        return Objects.requireNonNull(
                consumer.beginningOffsets(List.of(partition)).get(partition));
    }
}
