package io.undertone.local.quarantine;

import io.undertone.job.config.KafkaConfig;
import io.undertone.schema.QuarantinedCall;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The topic of calls that are put aside. */
final class QuarantinedCalls implements AutoCloseable {
    static final String TOPIC = "quarantined-calls";

    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Properties properties = new Properties();
    private final Clock clock;
    private final Producer<byte[], byte[]> producer;

    QuarantinedCalls(KafkaConfig config, Clock clock) {
        properties.put("bootstrap.servers", config.bootstrapServers());
        properties.put("default.api.timeout.ms", config.connectTimeoutMs());
        properties.put("max.block.ms", config.connectTimeoutMs());
        properties.put("allow.auto.create.topics", false);
        properties.putAll(config.properties());
        this.clock = clock;
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns when the broker has it. */
    void add(CallName call, String reason, String by) throws IOException {
        send(
                call,
                AvroCodec.encode(QuarantinedCall.newBuilder()
                        .setTenantId(call.tenantId())
                        .setCallId(call.callId())
                        .setReason(reason)
                        .setRequestedBy(by)
                        .setSince(clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .build()));
    }

    /** Returns when the broker has it. */
    void remove(CallName call) throws IOException {
        send(call, null);
    }

    /** Since when and why, by key. */
    Map<String, String> all() {
        Map<String, String> calls = new TreeMap<>();
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(GLANCE).forEach(record -> note(record, calls));
            }
        }
        return calls;
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(CallName call, byte @Nullable [] value) throws IOException {
        try {
            producer.send(new ProducerRecord<>(TOPIC, call.key().getBytes(StandardCharsets.UTF_8), value))
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("the broker did not take %s for topic %s".formatted(call.key(), TOPIC), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the broker was asked to take " + call.key(), e);
        }
    }

    private static void note(ConsumerRecord<byte[], byte[]> record, Map<String, String> calls) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            calls.remove(key);
        } else {
            calls.put(key, described(record.value()));
        }
    }

    /** The legs go by the key alone, so a record that says nothing counts as well. */
    private static String described(byte[] value) {
        try {
            QuarantinedCall call = new AvroCodec().decode(value, QuarantinedCall.class);
            return "since %s by %s: %s".formatted(call.getSince(), call.getRequestedBy(), call.getReason());
        } catch (UnreadableRecordException e) {
            return "in a record of another release";
        }
    }
}
