package io.undertone.bench;

import io.undertone.schema.CallInsight;
import io.undertone.schemas.AvroCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows {@code call-insights} and notes how long after the end of its second each one arrives. */
final class InsightDelays implements AutoCloseable {
    private static final String TOPIC = "call-insights";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AvroCodec codec = new AvroCodec();
    private final List<Double> delays = new ArrayList<>();
    private long lastNanos = System.nanoTime();

    InsightDelays(String brokers) {
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    /** Forgets what came so far. */
    void restart() {
        delays.clear();
    }

    /** Takes in what comes within so many seconds; how many that were. */
    int follow(long seconds) throws Exception {
        int before = delays.size();
        long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < until) {
            for (var record : consumer.poll(Duration.ofMillis(10))) {
                CallInsight insight = codec.decode(record.value(), CallInsight.class);
                Instant due = insight.getCallStart().plusSeconds(insight.getMediaSecond() + 1);
                delays.add(Duration.between(due, Instant.now()).toNanos() / 1e6);
                lastNanos = System.nanoTime();
            }
        }
        return delays.size() - before;
    }

    /** When the last one came, as {@link System#nanoTime()} counts. */
    long lastNanos() {
        return lastNanos;
    }

    int count() {
        return delays.size();
    }

    double[] delaysMillis() {
        return delays.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
