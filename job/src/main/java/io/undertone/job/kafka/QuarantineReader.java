package io.undertone.job.kafka;

import io.undertone.job.config.KafkaConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which calls the topic puts aside: all that it held at the start, and each change about a second later. Only keys count, so that no
 * record can be written that it fails on; one without value releases its key.
 *
 * <p>Owned: a consumer and one thread, which alone touches it after the start. While the broker is away, what was known stays known.
 */
final class QuarantineReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QuarantineReader.class);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Set<String> configured;
    private final Set<String> written = new HashSet<>();
    private final Thread thread = new Thread(this::follow, "quarantine-reader");

    private volatile Set<String> calls = Set.of();
    private volatile boolean closed;

    private QuarantineReader(Consumer<byte[], byte[]> consumer, Set<String> configured) {
        this.consumer = consumer;
        this.configured = configured;
    }

    /**
     * Reads the topic to its end, and follows it from there.
     *
     * @throws IllegalStateException if there is no such topic
     */
    static QuarantineReader start(KafkaConfig config, Set<String> configured) {
        var consumer = consumer(config);
        try {
            return start(consumer, configured);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    static QuarantineReader start(Consumer<byte[], byte[]> consumer, Set<String> configured) {
        var reader = new QuarantineReader(consumer, configured);
        reader.readAll();
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    /** Keys. */
    Set<String> calls() {
        return calls;
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // a task that is cancelled does not wait: the thread ends by itself
        }
    }

    private void readAll() {
        List<TopicPartition> partitions = consumer.partitionsFor(QuarantineTopic.TOPIC).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException(
                    "the broker has no topic %s; 'undertone migrate' creates it".formatted(QuarantineTopic.TOPIC));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(LOOK).forEach(this::note);
        }
        tell();
    }

    private void follow() {
        try (consumer) {
            while (!closed) {
                look();
            }
        } catch (WakeupException e) {
            LOG.debug("no step asks any more", e);
        }
    }

    /** What the broker refuses now it may give in a second. */
    private void look() {
        try {
            var records = consumer.poll(LOOK);
            if (!records.isEmpty()) {
                records.forEach(this::note);
                tell();
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("calls in quarantine cannot be read, those known stay aside: {}", e.toString());
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String call = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            written.remove(call);
        } else {
            written.add(call);
        }
    }

    private void tell() {
        Set<String> now = new HashSet<>(configured);
        now.addAll(written);
        if (!now.equals(calls)) {
            calls = Set.copyOf(now);
            LOG.info("{} calls are in quarantine", now.size());
        }
    }

    private static Consumer<byte[], byte[]> consumer(KafkaConfig config) {
        var properties = new Properties();
        properties.put("bootstrap.servers", config.bootstrapServers());
        properties.put("enable.auto.commit", false);
        properties.put("allow.auto.create.topics", false);
        properties.putAll(config.properties());
        var deserializer = new ByteArrayDeserializer();
        return new KafkaConsumer<>(properties, deserializer, deserializer);
    }
}
