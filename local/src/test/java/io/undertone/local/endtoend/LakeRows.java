package io.undertone.local.endtoend;

import io.undertone.job.config.LakeConfig;
import io.undertone.job.lake.Lake;
import io.undertone.job.lake.LakeTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** The rows of the lake, each time what is committed by then. */
final class LakeRows implements RowStore {
    private final Lake lake;
    private final Catalog catalog;

    LakeRows(LakeConfig config) {
        lake = new Lake(config);
        catalog = lake.catalogLoader().loadCatalog();
    }

    @Override
    public List<Row> rows(LakeTable table, String callId) {
        var scan = IcebergGenerics.read(catalog.loadTable(lake.table(table.tableName())))
                .where(Expressions.equal("call_id", callId));
        var rows = new ArrayList<Row>();
        try (CloseableIterable<Record> records = scan.build()) {
            records.forEach(record -> rows.add(row(record)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    @Override
    public String toString() {
        return "Iceberg";
    }

    private static Row row(Record record) {
        var columns = new TreeMap<String, @Nullable Object>();
        for (NestedField field : record.struct().fields()) {
            columns.put(field.name(), value(record.getField(field.name())));
        }
        return new Row(columns).without("versions", "legs", "redactions"); // structs here, JSON in the database
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof OffsetDateTime time ? time.toInstant().toString() : value;
    }
}
