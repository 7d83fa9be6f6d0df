package io.undertone.job.maintain;

import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.LakeConfig;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.lake.AvroRows;
import io.undertone.job.lake.Lake;
import io.undertone.job.lake.LakeTable;
import io.undertone.job.migrate.LakeMigration;
import io.undertone.schema.Silence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.sink.RowDataTaskWriterFactory;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.TaskWriter;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/** The table of silences in a lake of its own, to which a test commits as a job does. */
final class SampleTable {
    static final Instant START = Instant.parse("2026-03-01T10:00:00.000125Z");

    private final LakeConfig config;

    SampleTable(Path directory) {
        config = new LakeConfig(LakeConfig.DIRECTORY, null, directory.toUri().toString(), "undertone", Map.of());
        new LakeMigration(config).migrate();
    }

    /** The defaults but for these keys. */
    UndertoneConfig config(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("kafka.bootstrap_servers", "localhost:1");
        all.put("postgres.url", "jdbc:postgresql://localhost:1/none");
        all.put("postgres.user", "nobody");
        all.put("postgres.password", "none");
        all.put("audio.directory", config.warehouse());
        all.put("lake.warehouse", config.warehouse());
        return ConfigLoader.of(all);
    }

    /** As it is now, and stays until it is refreshed. */
    Table table() {
        var lake = new Lake(config);
        return lake.catalogLoader().loadCatalog().loadTable(lake.table(LakeTable.SILENCES.tableName()));
    }

    static Silence silence(String tenant, String call, Instant start, int number) {
        return Silence.newBuilder()
                .setTenantId(tenant)
                .setCallId(call)
                .setCallStart(start)
                .setPart(0)
                .setRevision(0)
                .setSilenceNumber(number)
                .setBeginTime(start.plusSeconds(number))
                .setBeginS(number)
                .setEndS(number + 0.5)
                .setNetS(0.5)
                .setLongByStd(false)
                .setLongByIqr(null)
                .build();
    }

    void commit(Silence... rows) throws IOException {
        commit(0, rows);
    }

    /** A file for each day; as the checkpoint of a job, if that has a number. */
    void commit(long checkpoint, Silence... rows) throws IOException {
        Table table = table();
        AppendFiles append = table.newAppend();
        if (checkpoint > 0) {
            append.set("flink.job-id", "job-1");
            append.set("flink.operator-id", "sink");
            append.set("flink.max-committed-checkpoint-id", Long.toString(checkpoint));
        }
        var factory = new RowDataTaskWriterFactory(
                table, FlinkSchemaUtil.convert(table.schema()), 1 << 20, FileFormat.PARQUET, Map.of(), null, false);
        factory.initialize(1, 1);
        var convert = new AvroRows<Silence>(Silence.getClassSchema());
        try (TaskWriter<RowData> writer = factory.create()) {
            for (Silence row : rows) {
                writer.write(convert.map(row));
            }
            Arrays.stream(writer.complete().dataFiles()).forEach(append::appendFile);
        }
        append.commit();
    }

    /** Each as text, in no order. */
    List<String> rows() throws IOException {
        return texts(IcebergGenerics.read(table()).build());
    }

    /** Of each file the rows as they stand in it. */
    List<List<String>> files() throws IOException {
        var files = new ArrayList<List<String>>();
        Table table = table();
        try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
            for (FileScanTask task : tasks) {
                files.add(texts(new RowFiles(table, 1 << 20).read(task)));
            }
        }
        return files;
    }

    private static List<String> texts(CloseableIterable<Record> records) throws IOException {
        var rows = new ArrayList<String>();
        try (records) {
            records.forEach(row -> rows.add(text(row)));
        }
        return rows;
    }

    static String text(Record row) {
        var text = new StringBuilder();
        for (Types.NestedField field : row.struct().fields()) {
            @Nullable Object value = row.getField(field.name());
            text.append(value).append(' ');
        }
        return text.toString();
    }
}
