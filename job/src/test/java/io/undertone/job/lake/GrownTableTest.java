package io.undertone.job.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.config.LakeConfig;
import io.undertone.job.migrate.LakeMigration;
import io.undertone.schemas.ReleasedSchemas;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.sink.RowDataTaskWriterFactory;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.TaskWriter;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that an earlier release made. The lake's writer goes by place, so that new columns must stand where rows have them. */
final class GrownTableTest {
    @TempDir
    Path directory;

    private LakeConfig config;
    private Lake lake;

    @BeforeEach
    void use_an_empty_directory() {
        config = new LakeConfig(LakeConfig.DIRECTORY, null, directory.toUri().toString(), "undertone", Map.of());
        lake = new Lake(config);
    }

    @ParameterizedTest
    @EnumSource(
            value = LakeTable.class,
            names = {"CALLS", "UTTERANCES"})
    void rows_of_today_lie_beside_those_of_the_first_release_one_of_which_was_under_way(LakeTable table)
            throws Exception {
        Schema first = ReleasedSchemas.shipped().all().stream()
                .filter(released -> released.version() == 1)
                .map(released -> released.schema())
                .filter(schema -> schema.getName().equals(table.row().getName()))
                .findFirst()
                .orElseThrow();
        catalog().createTable(lake.table(table.tableName()), Lake.icebergSchema(first));
        IndexedRecord old = new RandomRows(false).generic(first);
        write(table, new AvroRows<>(first).map(old));
        AppendFiles underWay = written(table, new AvroRows<>(first).map(old));

        assertThat(new LakeMigration(config).check().ok()).as("before").isFalse();
        new LakeMigration(config).migrate();
        assertThat(new LakeMigration(config).check().ok()).as("after").isTrue();
        underWay.commit();
        IndexedRecord row = new RandomRows(false).record(table.row());
        write(table, new AvroRows<>(table.row()).map(row));

        List<Map<String, @Nullable Object>> rows = rows(table);
        assertThat(rows).hasSize(3).contains(columns(row));
        rows.remove(columns(row));
        assertThat(rows).allSatisfy(one -> {
            assertThat(one).containsEntry("call_id", old.get(1).toString());
            for (Schema.Field field : table.row().getFields()) {
                if (first.getField(field.name()) == null) {
                    assertThat(one).containsEntry(field.name(), null);
                }
            }
        });
    }

    private void write(LakeTable to, RowData row) throws Exception {
        written(to, row).commit();
    }

    /** In a file that belongs to the table once it is committed, as a checkpoint of the leg has it. */
    private AppendFiles written(LakeTable to, RowData row) throws Exception {
        Table table = catalog().loadTable(lake.table(to.tableName()));
        var factory = new RowDataTaskWriterFactory(
                table, FlinkSchemaUtil.convert(table.schema()), 1 << 20, FileFormat.PARQUET, Map.of(), null, false);
        factory.initialize(1, 1);
        AppendFiles append = table.newAppend();
        try (TaskWriter<RowData> writer = factory.create()) {
            writer.write(row);
            Arrays.stream(writer.complete().dataFiles()).forEach(append::appendFile);
        }
        return append;
    }

    private List<Map<String, @Nullable Object>> rows(LakeTable table) throws Exception {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        try (CloseableIterable<Record> records = IcebergGenerics.read(
                        catalog().loadTable(lake.table(table.tableName())))
                .build()) {
            records.forEach(read -> rows.add(columns(read)));
        }
        return rows;
    }

    private static Map<String, @Nullable Object> columns(Record row) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        for (Types.NestedField field : row.struct().fields()) {
            columns.put(field.name(), plain(row.getField(field.name())));
        }
        return columns;
    }

    private static Map<String, @Nullable Object> columns(IndexedRecord row) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        row.getSchema().getFields().forEach(field -> columns.put(field.name(), plain(row.get(field.pos()))));
        return columns;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Record row) {
            return columns(row);
        } else if (value instanceof IndexedRecord row) {
            return columns(row);
        } else if (value instanceof List<?> list) {
            return list.stream().map(GrownTableTest::plain).toList();
        }
        return value instanceof OffsetDateTime time ? time.toInstant() : value;
    }

    private Catalog catalog() {
        return lake.catalogLoader().loadCatalog();
    }
}
