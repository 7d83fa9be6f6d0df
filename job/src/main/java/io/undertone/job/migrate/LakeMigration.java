package io.undertone.job.migrate;

import io.undertone.job.access.AccessDeniedException;
import io.undertone.job.access.LakeAccess;
import io.undertone.job.config.LakeConfig;
import io.undertone.job.lake.Lake;
import io.undertone.job.lake.LakeTable;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.RESTException;

/** Creates the tables of the lake from their row records and adds the columns of a later release; refuses one that those rows do not fit. */
public final class LakeMigration {
    /** Every commit writes a metadata file; without these two they are kept for ever, at one a minute. */
    private static final Map<String, String> PROPERTIES = Map.of(
            TableProperties.FORMAT_VERSION,
            "2",
            TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED,
            "true",
            TableProperties.METADATA_PREVIOUS_VERSIONS_MAX,
            "100");

    private final LakeConfig config;
    private final Lake lake;

    public LakeMigration(LakeConfig config) {
        this.config = config;
        this.lake = new Lake(config);
    }

    /** Creates what is missing, columns that may be null included, and checks the rest. */
    public Summary migrate() {
        return visit(true);
    }

    /** Changes nothing. */
    public Summary check() {
        return visit(false);
    }

    private Summary visit(boolean create) {
        Summary tables = visited(create);
        if (!tables.ok()) {
            return tables;
        }
        try {
            LakeAccess.require(config);
            return tables;
        } catch (AccessDeniedException | IOException e) {
            return tables.and(Summary.problem(String.valueOf(e.getMessage())));
        }
    }

    private Summary visited(boolean create) {
        try {
            Catalog catalog = lake.catalogLoader().loadCatalog();
            try {
                return tables(catalog, create);
            } finally {
                if (catalog instanceof Closeable connection) {
                    connection.close();
                }
            }
        } catch (IOException | UncheckedIOException | RESTException | CommitFailedException e) {
            return Summary.problem("lake at %s: %s".formatted(address(), e.getMessage()));
        }
    }

    private Summary tables(Catalog catalog, boolean create) {
        if (create && catalog instanceof SupportsNamespaces spaces && !spaces.namespaceExists(lake.namespace())) {
            spaces.createNamespace(lake.namespace());
        }
        Summary summary = Summary.NOTHING;
        for (LakeTable table : LakeTable.values()) {
            summary = summary.and(table(catalog, table, create));
        }
        return summary;
    }

    private Summary table(Catalog catalog, LakeTable table, boolean create) {
        TableIdentifier name = lake.table(table.tableName());
        Schema schema = Lake.icebergSchema(table.row());
        if (!catalog.tableExists(name)) {
            if (!create) {
                return Summary.problem("table %s is missing: run migrate".formatted(name));
            }
            catalog.createTable(name, schema, table.partitions(schema), PROPERTIES);
            return Summary.note("table %s created".formatted(name));
        }
        Table found = catalog.loadTable(name);
        boolean grown = create && TableAdditions.addTo(found, schema);
        List<String> problems = TableCheck.problems(schema, found.schema());
        if (!problems.isEmpty()) {
            String remedy = !create && TableAdditions.areMissing(found, schema) ? ": run migrate" : "";
            return Summary.problem("table %s: %s%s".formatted(name, String.join("; ", problems), remedy));
        }
        return Summary.note(
                grown ? "table %s got its new columns".formatted(name) : "table %s is in order".formatted(name));
    }

    private String address() {
        return config.uri() == null ? config.warehouse() : config.uri();
    }
}
