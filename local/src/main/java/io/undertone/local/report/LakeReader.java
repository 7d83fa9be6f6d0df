package io.undertone.local.report;

import io.undertone.job.config.LakeConfig;
import io.undertone.job.lake.Lake;
import io.undertone.job.lake.LakeTable;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** Reads Undertone's tables from the lake, without Flink: each time what is committed by then. */
public final class LakeReader implements AutoCloseable {
    private final Lake lake;
    private final Catalog catalog;

    private LakeReader(Lake lake, Catalog catalog) {
        this.lake = lake;
        this.catalog = catalog;
    }

    public static LakeReader open(LakeConfig config) {
        var lake = new Lake(config);
        return new LakeReader(lake, lake.catalogLoader().loadCatalog());
    }

    /** The rows of a table with these columns, or with all where none is named. */
    public List<LakeRow> rows(LakeTable table, String... columns) throws IOException {
        var scan = IcebergGenerics.read(catalog.loadTable(lake.table(table.tableName())));
        if (columns.length > 0) {
            scan.select(columns);
        }
        var rows = new ArrayList<LakeRow>();
        try (CloseableIterable<Record> records = scan.build()) {
            records.forEach(row -> rows.add(new LakeRow(row)));
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        if (catalog instanceof Closeable closeable) {
            closeable.close();
        }
    }
}
