package io.undertone.job.lake;

import io.undertone.job.config.LakeConfig;
import java.util.HashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.Schema;
import org.apache.iceberg.avro.AvroSchemaUtil;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.types.TypeUtil;

/** Where the tables are, and what they look like. */
public final class Lake {
    /** Of the catalog: a name within this process only. */
    private static final String CATALOG = "undertone";

    private final LakeConfig config;

    public Lake(LakeConfig config) {
        this.config = config;
    }

    public CatalogLoader catalogLoader() {
        var properties = new HashMap<>(config.properties());
        properties.put(CatalogProperties.WAREHOUSE_LOCATION, config.warehouse());
        var hadoop = new Configuration();
        if (config.catalog().equals(LakeConfig.DIRECTORY)) {
            return CatalogLoader.hadoop(CATALOG, hadoop, properties);
        }
        properties.put(CatalogProperties.URI, String.valueOf(config.uri()));
        return CatalogLoader.rest(CATALOG, hadoop, properties);
    }

    public Namespace namespace() {
        return Namespace.of(config.namespace());
    }

    public TableIdentifier table(String name) {
        return TableIdentifier.of(namespace(), name);
    }

    /**
     * The columns of a row record. Ids are counted through in the order of the fields, as a new table counts them, so that
     * the same record has the same ids everywhere.
     */
    public static Schema icebergSchema(org.apache.avro.Schema row) {
        // Iceberg's jar holds an Avro of its own: a schema crosses over as text.
        var relocated = new org.apache.iceberg.shaded.org.apache.avro.Schema.Parser().parse(row.toString());
        return TypeUtil.assignIncreasingFreshIds(AvroSchemaUtil.toIceberg(relocated));
    }
}
