package io.undertone.local.reanalyse;

import io.undertone.gateway.KafkaAddress;
import io.undertone.schema.ReanalysisRequest;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** What was asked for within the topic's retention, so that people are told what is being worked on. */
final class EarlierRequests {
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final AvroCodec codec = new AvroCodec();
    /** When it was first asked for. */
    private final Map<String, Instant> requested = new HashMap<>();

    private EarlierRequests() {}

    static EarlierRequests read(KafkaAddress broker, String topic) {
        var earlier = new EarlierRequests();
        try (var consumer = new KafkaConsumer<>(
                broker.client(Map.of("enable.auto.commit", false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(GLANCE).forEach(earlier::add);
            }
        }
        return earlier;
    }

    /** When this very revision of the call was asked for; null if it was not. */
    @Nullable
    Instant of(ReanalysisRequest request) {
        return requested.get(name(request));
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        try {
            ReanalysisRequest request = codec.decode(record.value(), ReanalysisRequest.class);
            requested.putIfAbsent(name(request), request.getRequestedAt());
        } catch (UnreadableRecordException e) {
            // Of a release that this one does not know: the post-call leg tells of it.
        }
    }

    private static String name(ReanalysisRequest request) {
        return "%s|%s|%s|%d|%d"
                .formatted(
                        request.getTenantId(),
                        request.getCallId(),
                        request.getCallStart(),
                        request.getPart(),
                        request.getRevision());
    }
}
