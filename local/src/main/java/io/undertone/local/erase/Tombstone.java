package io.undertone.local.erase;

import io.undertone.job.config.KafkaConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A record without value, which ends a key: the voices leg forgets the voice, and so do the calls that asked for it. */
final class Tombstone {
    private Tombstone() {}

    static void write(KafkaConfig config, String topic, String key) throws IOException {
        Map<String, Object> properties = new HashMap<>(config.properties());
        properties.put("bootstrap.servers", config.bootstrapServers());
        properties.put("max.block.ms", config.connectTimeoutMs());
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), null))
                    .get();
        } catch (ExecutionException | KafkaException e) {
            throw new IOException(
                    "Kafka at %s did not take the tombstone: %s".formatted(config.bootstrapServers(), e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the tombstone was written", e);
        }
    }
}
