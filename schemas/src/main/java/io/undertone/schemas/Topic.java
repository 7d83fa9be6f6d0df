package io.undertone.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One topic of Kafka as {@code topics.yaml} describes it; the words of that file say what each setting is for. */
public record Topic(
        String name,
        String doc,
        String key,
        List<String> records,
        int partitions,
        long retentionMs,
        long segmentMs,
        Cleanup cleanup,
        int maxMessageBytes,
        Delivery delivery,
        Isolation isolation) {

    /** Flink's maximum parallelism, which is part of every savepoint: partitions beyond it would have no reader. */
    static final int MAX_PARTITIONS = 720;

    /** 7 days: a reader that was away for a long weekend still learns what it has to forget. */
    static final long TOMBSTONE_MILLIS = 604_800_000;

    /** Kafka's {@code cleanup.policy}. */
    public enum Cleanup {
        @JsonProperty("delete")
        DELETE,
        @JsonProperty("compact")
        COMPACT
    }

    /** What a consumer has to expect from the producer. */
    public enum Delivery {
        @JsonProperty("at-least-once")
        AT_LEAST_ONCE,
        @JsonProperty("exactly-once")
        EXACTLY_ONCE
    }

    /** Kafka's {@code isolation.level} of our consumers. */
    public enum Isolation {
        @JsonProperty("read_uncommitted")
        READ_UNCOMMITTED,
        @JsonProperty("read_committed")
        READ_COMMITTED
    }

    public Topic {
        records = List.copyOf(records);
        require(name.matches("[a-z][a-z-]{0,48}"), name, "a name of lower-case words joined by '-'", name);
        require(!doc.isBlank(), name, "a doc", doc);
        require(!key.isBlank(), name, "a key in words", key);
        require(!records.isEmpty(), name, "at least one record", records);
        require(
                partitions >= 1 && partitions <= MAX_PARTITIONS,
                name,
                "1 to %d partitions".formatted(MAX_PARTITIONS),
                partitions);
        require(retentionMs > 0, name, "retention_ms > 0", retentionMs);
        require(segmentMs > 0 && segmentMs <= retentionMs, name, "0 < segment_ms <= retention_ms", segmentMs);
        require(maxMessageBytes >= 1024, name, "max_message_bytes >= 1024", maxMessageBytes);
        require(
                delivery == Delivery.AT_LEAST_ONCE || isolation == Isolation.READ_COMMITTED,
                name,
                "read_committed where delivery is exactly-once",
                isolation);
    }

    private static void require(boolean holds, String topic, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException("topic %s: expected %s, got %s".formatted(topic, expected, found));
        }
    }

    /** The topic's settings under Kafka's own names, for creating and checking it. */
    public Map<String, String> kafkaSettings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("cleanup.policy", cleanup == Cleanup.DELETE ? "delete" : "compact");
        settings.put("segment.ms", Long.toString(segmentMs));
        settings.put("max.message.bytes", Integer.toString(maxMessageBytes));
        if (cleanup == Cleanup.DELETE) {
            settings.put("retention.ms", Long.toString(retentionMs));
        } else {
            settings.put("max.compaction.lag.ms", Long.toString(retentionMs));
            settings.put("delete.retention.ms", Long.toString(TOMBSTONE_MILLIS));
        }
        return Map.copyOf(settings);
    }
}
