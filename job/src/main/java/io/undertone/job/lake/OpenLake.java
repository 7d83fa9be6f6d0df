package io.undertone.job.lake;

import io.undertone.job.config.LakeConfig;
import java.io.Closeable;
import java.io.IOException;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;

/** A lake for as long as a command works on its tables. */
public final class OpenLake implements AutoCloseable {
    private final Lake lake;
    private final Catalog catalog;

    private OpenLake(Lake lake, Catalog catalog) {
        this.lake = lake;
        this.catalog = catalog;
    }

    public static OpenLake of(LakeConfig config) {
        var lake = new Lake(config);
        return new OpenLake(lake, lake.catalogLoader().loadCatalog());
    }

    /** As it is now; {@link Table#refresh} sees what is committed later. */
    public Table table(LakeTable table) {
        return catalog.loadTable(lake.table(table.tableName()));
    }

    @Override
    public void close() throws IOException {
        if (catalog instanceof Closeable connection) {
            connection.close();
        }
    }
}
