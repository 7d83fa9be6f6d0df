package io.undertone.local.scenario;

import io.undertone.job.lake.Lake;
import io.undertone.job.lake.LakeTable;
import io.undertone.schema.CallInsight;
import io.undertone.schemas.AvroCodec;
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
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a test bed has written, without what names the bed itself. */
record Results(List<String> database, List<String> lake, Set<String> insights) {
    private static final List<String> TABLES = List.of("call", "utterance", "silence");

    static Results of(TestBed bed) throws Exception {
        return new Results(database(bed), lake(bed), insights(bed));
    }

    /** Calls in the database so far. */
    static int calls(TestBed bed) throws Exception {
        try (Connection connection = connect(bed);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM call")) {
            count.next();
            return count.getInt(1);
        }
    }

    static Connection connect(TestBed bed) throws Exception {
        return DriverManager.getConnection(bed.database.url(), "postgres", "postgres");
    }

    private static List<String> database(TestBed bed) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect(bed);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                ResultSet result = statement.executeQuery("SELECT r::text FROM %s r ORDER BY 1".formatted(table));
                while (result.next()) {
                    rows.add(table + " " + neutral(bed, result.getString(1)));
                }
            }
        }
        return rows;
    }

    private static List<String> lake(TestBed bed) throws Exception {
        List<String> rows = new ArrayList<>();
        var lake = new Lake(bed.config.lake());
        var catalog = lake.catalogLoader().loadCatalog();
        for (LakeTable table : LakeTable.values()) {
            var loaded = catalog.loadTable(lake.table(table.tableName()));
            try (CloseableIterable<Record> records =
                    IcebergGenerics.read(loaded).build()) {
                records.forEach(row -> rows.add(table.tableName() + " " + neutral(bed, row.toString())));
            }
        }
        rows.sort(null);
        return rows;
    }

    /** Each insight once: receivers drop repeats. */
    private static Set<String> insights(TestBed bed) throws Exception {
        Set<String> insights = new TreeSet<>();
        var codec = new AvroCodec();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bed.broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("call-insights").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    insights.add(codec.decode(record.value(), CallInsight.class).toString());
                }
            }
        }
        return insights;
    }

    private static String neutral(TestBed bed, String row) {
        return row.replace(bed.audio().toAbsolutePath().toString(), "AUDIO");
    }
}
