package io.undertone.local.scenario;

import io.undertone.gateway.Fate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends waves to {@code call-media}. */
public final class Records implements AutoCloseable {
    private static final long BACKLOG_MILLIS = 600_000;

    private final KafkaProducer<byte[], byte[]> producer;

    public Records(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 5, "enable.idempotence", true),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends every record at its time. */
    public void sendInRealTime(Wave wave) throws IOException {
        long begun = System.nanoTime();
        for (Wave.Sent sent : wave.records()) {
            long due = begun + sent.atMicros() * 1_000;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            send(sent, System.currentTimeMillis());
        }
        producer.flush();
    }

    /**
     * Sends all records at once, as if they had been sent in real time ten minutes ago. With stamps of now they would be no backlog
     * to the job, and a call of which a slow machine reads nothing for a while would be closed.
     */
    public void sendAsBacklog(List<Wave> waves) throws IOException {
        long begun = System.currentTimeMillis() - BACKLOG_MILLIS;
        for (Wave wave : waves) {
            for (Wave.Sent sent : wave.records()) {
                send(sent, begun + sent.atMicros() / 1_000);
            }
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(Wave.Sent sent, long timestamp) {
        if (sent.record().fate() != Fate.LOST) {
            byte[] key = sent.key().getBytes(StandardCharsets.UTF_8);
            var unused = producer.send(new ProducerRecord<>(
                    "call-media", null, timestamp, key, sent.record().value()));
        }
    }
}
