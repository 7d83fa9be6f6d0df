package io.undertone.local.live;

import io.undertone.gateway.KafkaAddress;
import io.undertone.schema.CallInsight;
import io.undertone.schema.EndedCall;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schema.UtteranceEvent;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows what the live leg publishes, from a moment of the past on. */
public final class LiveTopics implements AutoCloseable {
    private static final String INSIGHTS = "call-insights";
    private static final String ALERTS = "frustration-events";
    private static final String UTTERANCES = "utterances";
    private static final String ENDED = "ended-calls";
    private static final List<String> TOPICS = List.of(INSIGHTS, ALERTS, UTTERANCES, ENDED);
    private static final int CONNECT_MILLIS = 10_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AvroCodec codec = new AvroCodec();
    private final Map<TopicPartition, Long> known;
    private long unreadable;

    private LiveTopics(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> known) {
        this.consumer = consumer;
        this.known = known;
    }

    /** What came at {@code since} or later. An IOException says that no broker answers, or that it has not these topics. */
    public static LiveTopics since(Instant since, String bootstrapServers) throws IOException {
        return since(since, KafkaAddress.of(bootstrapServers));
    }

    /** As such, where one may be asked who one is. */
    public static LiveTopics since(Instant since, KafkaAddress address) throws IOException {
        var consumer = new KafkaConsumer<>(
                address.client(Map.of(
                        "default.api.timeout.ms",
                        CONNECT_MILLIS,
                        "enable.auto.commit",
                        false,
                        "isolation.level",
                        "read_committed")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = partitions(consumer, address.bootstrap());
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            seek(consumer, ends, since);
            return new LiveTopics(consumer, ends);
        } catch (IOException | RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Tells of what has come, waiting a little when nothing has. */
    public void follow(Duration patience, LiveListener listener) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            try {
                tell(record, listener);
            } catch (UnreadableRecordException e) {
                unreadable++; // of a release that this one does not know: there is more to show
            }
        }
    }

    /** Whether all that was there at the beginning has been told of. */
    public boolean isCaughtUp() {
        return known.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Records that no release known here has written. */
    public long unreadable() {
        return unreadable;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void tell(ConsumerRecord<byte[], byte[]> record, LiveListener listener) throws UnreadableRecordException {
        byte[] value = record.value();
        long atMillis = record.timestamp();
        switch (record.topic()) {
            case INSIGHTS -> LiveRecords.tell(codec.decode(value, CallInsight.class), atMillis, listener);
            case ALERTS -> LiveRecords.tell(codec.decode(value, FrustrationEvent.class), atMillis, listener);
            case UTTERANCES -> LiveRecords.tell(codec.decode(value, UtteranceEvent.class), atMillis, listener);
            case ENDED -> LiveRecords.tell(codec.decode(value, EndedCall.class), atMillis, listener);
            default -> throw new IllegalStateException("nobody asked for topic " + record.topic());
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String bootstrapServers)
            throws IOException {
        Map<String, List<PartitionInfo>> topics;
        try {
            topics = consumer.listTopics();
        } catch (TimeoutException e) {
            throw new IOException("no Kafka broker answers at " + bootstrapServers, e);
        }
        var partitions = new ArrayList<TopicPartition>();
        for (String topic : TOPICS) {
            List<PartitionInfo> infos = topics.get(topic);
            if (infos == null) {
                throw new IOException(
                        "%s has no topic %s; 'undertone migrate' creates it".formatted(bootstrapServers, topic));
            }
            infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        return partitions;
    }

    private static void seek(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Instant since) {
        var times = new HashMap<TopicPartition, Long>();
        ends.keySet().forEach(partition -> times.put(partition, since.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> firsts = consumer.offsetsForTimes(times);
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp first = firsts.get(partition); // null where nothing is as young
            consumer.seek(partition, first == null ? end : first.offset());
        });
    }
}
