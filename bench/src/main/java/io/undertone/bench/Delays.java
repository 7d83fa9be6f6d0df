package io.undertone.bench;

import io.undertone.schema.AlertPhase;
import io.undertone.schema.CallInsight;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows what the live leg publishes and notes how long after the media that it is about each record arrives. */
final class Delays implements AutoCloseable {
    private static final String INSIGHTS = "call-insights";
    private static final String ALERTS = "frustration-events";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AvroCodec codec = new AvroCodec();
    private final List<Double> insights = new ArrayList<>();
    private final List<Double> alerts = new ArrayList<>();
    private long lastNanos = System.nanoTime();

    Delays(String brokers) {
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(Stream.of(INSIGHTS, ALERTS)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    /** Forgets what came so far. */
    void restart() {
        insights.clear();
        alerts.clear();
    }

    /** Takes in what comes within so many seconds; how many insights that were. */
    int follow(long seconds) throws Exception {
        int before = insights.size();
        long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < until) {
            for (var record : consumer.poll(Duration.ofMillis(10))) {
                take(record);
            }
        }
        return insights.size() - before;
    }

    /** When the last insight came, as {@link System#nanoTime()} counts. */
    long lastNanos() {
        return lastNanos;
    }

    /** Insights that came. */
    int count() {
        return insights.size();
    }

    /** Of insights, after the end of their second. */
    String ofInsights() {
        return summary(insights);
    }

    /** Of alerts that were raised, after the frame of 100 ms that holds the end of the speech that decided. */
    String ofAlerts() {
        return summary(alerts);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecordException {
        if (record.topic().equals(INSIGHTS)) {
            CallInsight insight = codec.decode(record.value(), CallInsight.class);
            insights.add(since(insight.getCallStart().plusSeconds(insight.getMediaSecond() + 1)));
            lastNanos = System.nanoTime();
            return;
        }
        FrustrationEvent alert = codec.decode(record.value(), FrustrationEvent.class);
        if (alert.getPhase() == AlertPhase.RAISED) {
            long frames = (alert.getDecidedOffsetMs() + Traffic.PLAIN_FRAME_MILLIS - 1) / Traffic.PLAIN_FRAME_MILLIS;
            alerts.add(since(alert.getCallStart().plusMillis(frames * Traffic.PLAIN_FRAME_MILLIS)));
        }
    }

    private static double since(Instant due) {
        return Duration.between(due, Instant.now()).toNanos() / 1e6;
    }

    private static String summary(List<Double> delays) {
        double[] sorted =
                delays.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0
                ? "none"
                : "%d, p50 %.0f ms, p99 %.0f ms, max %.0f ms"
                        .formatted(
                                sorted.length,
                                sorted[sorted.length / 2],
                                sorted[(int) (sorted.length * 0.99)],
                                sorted[sorted.length - 1]);
    }
}
