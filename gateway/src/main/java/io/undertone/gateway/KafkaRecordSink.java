package io.undertone.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A topic of a Kafka broker. The record's time stamp is when it is sent; the partition is murmur2 of the key. */
public final class KafkaRecordSink implements RecordSink {
    /** So long a broker may be silent before publishing gives up: under the half minute that people wait. */
    public static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final String bootstrap;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    KafkaRecordSink(Producer<byte[], byte[]> producer, String topic, String bootstrap) {
        this.producer = producer;
        this.topic = topic;
        this.bootstrap = bootstrap;
    }

    /** Connects; the exception names the address where no broker answers within the patience or the topic is missing. */
    public static KafkaRecordSink connect(KafkaAddress address, String topic, Duration patience) throws IOException {
        requireTopic(address, topic, patience);
        int millis = Math.toIntExact(patience.toMillis());
        Map<String, Object> config = address.client(Map.of(
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                millis,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                millis));
        var serializer = new ByteArraySerializer();
        return new KafkaRecordSink(new KafkaProducer<>(config, serializer, serializer), topic, address.bootstrap());
    }

    /** Where nobody is asked who he is. */
    public static KafkaRecordSink connect(String bootstrap, String topic, Duration patience) throws IOException {
        return connect(KafkaAddress.of(bootstrap), topic, patience);
    }

    @Override
    public void send(byte[] key, byte[] value) throws IOException {
        requireNoFailure();
        try {
            // The callback reports; a future per record would only be kept.
            var unused = producer.send(
                    new ProducerRecord<>(topic, key, value), (metadata, e) -> failure.compareAndSet(null, e));
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
            throw failed(e);
        }
    }

    @Override
    public void flush() throws IOException {
        producer.flush();
        requireNoFailure();
    }

    @Override
    public void close() {
        // After a failure nothing more is worth waiting for.
        producer.close(failure.get() == null ? PATIENCE : Duration.ZERO);
    }

    private void requireNoFailure() throws IOException {
        Exception first = failure.get();
        if (first != null) {
            throw failed(first);
        }
    }

    private IOException failed(Exception cause) {
        return new IOException(
                "the broker at %s did not take a record for topic %s: %s"
                        .formatted(bootstrap, topic, cause.getMessage()),
                cause);
    }

    private static void requireTopic(KafkaAddress address, String topic, Duration patience) throws IOException {
        String bootstrap = address.bootstrap();
        int millis = Math.toIntExact(patience.toMillis());
        Map<String, Object> config = address.client(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis));
        try (Admin admin = Admin.create(config)) {
            admin.describeTopics(List.of(topic)).allTopicNames().get();
        } catch (ExecutionException e) {
            throw explained(e.getCause(), bootstrap, topic, patience);
        } catch (KafkaException e) {
            throw explained(e, bootstrap, topic, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the broker at " + bootstrap, e);
        }
    }

    private static IOException explained(@Nullable Throwable cause, String bootstrap, String topic, Duration patience) {
        if (cause instanceof UnknownTopicOrPartitionException) {
            return new IOException(
                    "the broker at %s has no topic %s; 'undertone migrate' creates it".formatted(bootstrap, topic),
                    cause);
        }
        if (cause instanceof TopicAuthorizationException) {
            return new IOException(
                    "the broker at %s does not let this user write to topic %s (docs/security.md)"
                            .formatted(bootstrap, topic),
                    cause);
        }
        if (cause instanceof TimeoutException) {
            return new IOException(
                    "no broker answers at %s (waited %d s)".formatted(bootstrap, patience.toSeconds()), cause);
        }
        // Kafka hides "No resolvable bootstrap urls" under a message about the client.
        Throwable root = cause;
        while (root != null && root.getCause() != null) root = root.getCause();
        return new IOException(
                "cannot reach a broker at %s: %s".formatted(bootstrap, root == null ? "" : root.getMessage()), cause);
    }
}
