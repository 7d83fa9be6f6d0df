package io.undertone.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.lake.Lake;
import io.undertone.job.lake.LakeTable;
import io.undertone.schema.CallAnalysis;
import io.undertone.schema.CallInsight;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schemas.AvroCodec;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a system has written, without what names the system itself. */
public record Results(
        List<String> database,
        List<String> lake,
        Set<String> insights,
        int windows,
        List<String> alerts,
        Set<String> analyses) {
    /** Without the numbers that rows were given for being written first or last, and what the clock of the machine says. */
    private static final String ROWS =
            "SELECT (to_jsonb(r) - 'row_id' - 'topic_id' - 'created_at' - 'analysis_ms')::text FROM %s r ORDER BY 1";

    private static final List<String> TABLES = List.of("call", "utterance", "silence", "frustration_event", "topic");

    public static Results of(UndertoneConfig system) throws Exception {
        Set<String> insights = new TreeSet<>();
        Set<String> windows = new TreeSet<>();
        read(system, "call-insights", CallInsight.class, insight -> {
            insights.add(insight.toString());
            insight.getWindows()
                    .forEach(window -> windows.add(
                            insight.getCallId() + insight.getPart() + insight.getLegId() + window.getWindowNumber()));
        });
        List<String> alerts = new ArrayList<>();
        read(
                system,
                "frustration-events",
                FrustrationEvent.class,
                event -> alerts.add(neutral(system, event.toString())));
        alerts.sort(null);
        Set<String> analyses = new TreeSet<>();
        read(system, "call-analyses", CallAnalysis.class, analysis -> analyses.add(analysis.toString()));
        return new Results(database(system), lake(system), insights, windows.size(), alerts, analyses);
    }

    /** All that is known has reached the stores that it goes to. */
    public void assertWritten() {
        assertThat(rows(lake, "calls")).as("calls").isEqualTo(rows(database, "call"));
        assertThat(rows(lake, "utterances")).as("utterances").isEqualTo(rows(database, "utterance"));
        assertThat(rows(lake, "silences")).as("silences").isEqualTo(rows(database, "silence"));
        assertThat((long) analyses.size()).as("analyses").isEqualTo(rows(database, "call"));
        assertThat(rows(lake, "emotion_windows")).as("emotion windows").isEqualTo(windows);
        assertThat(rows(lake, "frustration_events"))
                .as("events of alerts")
                .isEqualTo(alerts.stream().distinct().count());
        assertThat(rows(database, "frustration_event"))
                .as("alerts")
                .isEqualTo(alerts.stream()
                        .filter(event -> event.contains("RAISED"))
                        .distinct()
                        .count());
    }

    private static long rows(List<String> rows, String table) {
        return rows.stream().filter(row -> row.startsWith(table + " ")).count();
    }

    /** Calls in the database so far. */
    public static int calls(UndertoneConfig system) throws Exception {
        try (Connection connection = connect(system);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM call")) {
            count.next();
            return count.getInt(1);
        }
    }

    static Connection connect(UndertoneConfig system) throws Exception {
        return DriverManager.getConnection(
                system.postgres().url(),
                system.postgres().user(),
                system.postgres().password());
    }

    private static List<String> database(UndertoneConfig system) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect(system);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                ResultSet result = statement.executeQuery(ROWS.formatted(table));
                while (result.next()) {
                    rows.add(table + " " + neutral(system, result.getString(1)));
                }
            }
        }
        return rows;
    }

    private static List<String> lake(UndertoneConfig system) throws Exception {
        List<String> rows = new ArrayList<>();
        var lake = new Lake(system.lake());
        var catalog = lake.catalogLoader().loadCatalog();
        for (LakeTable table : LakeTable.values()) {
            var loaded = catalog.loadTable(lake.table(table.tableName()));
            try (CloseableIterable<Record> records =
                    IcebergGenerics.read(loaded).build()) {
                records.forEach(row -> rows.add(table.tableName() + " " + neutral(system, withoutClock(row))));
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String withoutClock(Record row) {
        if (row.struct().field("analysis_ms") != null) {
            row.setField("analysis_ms", null);
        }
        return row.toString();
    }

    /** What consumers see who read what is committed. */
    private static <T extends SpecificRecord> void read(
            UndertoneConfig system, String topic, Class<T> type, Consumer<T> out) throws Exception {
        var codec = new AvroCodec();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", system.kafka().bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    out.accept(codec.decode(record.value(), type));
                }
            }
        }
    }

    private static String neutral(UndertoneConfig system, String row) {
        return row.replace(URI.create(system.audio().directory()).getPath(), "AUDIO");
    }
}
