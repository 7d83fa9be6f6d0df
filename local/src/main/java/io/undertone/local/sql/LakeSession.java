package io.undertone.local.sql;

import static org.apache.flink.table.api.config.OptimizerConfigOptions.TABLE_OPTIMIZER_ADAPTIVE_BROADCAST_JOIN_STRATEGY;
import static org.apache.flink.table.api.config.OptimizerConfigOptions.TABLE_OPTIMIZER_ADAPTIVE_SKEWED_JOIN_OPTIMIZATION_STRATEGY;

import io.undertone.job.config.LakeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.config.OptimizerConfigOptions.AdaptiveBroadcastJoinStrategy;
import org.apache.flink.table.api.config.OptimizerConfigOptions.AdaptiveSkewedJoinOptimizationStrategy;
import org.apache.flink.table.api.config.TableConfigOptions;
import org.apache.flink.table.catalog.CatalogDescriptor;

/**
 * A session of Flink SQL on a lake, with the project's views. The views live in the session: Flink does not read those of
 * Iceberg.
 */
final class LakeSession {
    private static final String CATALOG = "lake";

    private final TableEnvironment tables;

    private LakeSession(TableEnvironment tables) {
        this.tables = tables;
    }

    static LakeSession open(LakeConfig lake, Path projectRoot) throws IOException {
        var tables = TableEnvironment.create(EnvironmentSettings.newInstance()
                .inBatchMode()
                .withConfiguration(settings())
                .build());
        tables.createCatalog(CATALOG, CatalogDescriptor.of(CATALOG, Configuration.fromMap(catalog(lake))));
        tables.useCatalog(CATALOG);
        tables.useDatabase(lake.namespace());
        for (Path view : views(projectRoot.resolve("schemas/sql/flink"))) {
            tables.executeSql(withoutSemicolon(Files.readString(view)));
        }
        return new LakeSession(tables);
    }

    TableResult execute(String statement) {
        return tables.executeSql(withoutSemicolon(statement));
    }

    private static Configuration settings() {
        var settings = new Configuration();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, 1); // a question by hand: starting tasks would take longest
        settings.set(TableConfigOptions.LOCAL_TIME_ZONE, "UTC");
        // The newest planner that can be had, 2.2.0, makes these joins by a constructor that runtime 2.2.1 has changed.
        settings.set(TABLE_OPTIMIZER_ADAPTIVE_BROADCAST_JOIN_STRATEGY, AdaptiveBroadcastJoinStrategy.NONE);
        settings.set(
                TABLE_OPTIMIZER_ADAPTIVE_SKEWED_JOIN_OPTIMIZATION_STRATEGY,
                AdaptiveSkewedJoinOptimizationStrategy.NONE);
        return settings;
    }

    private static Map<String, String> catalog(LakeConfig lake) {
        var options = new HashMap<>(lake.properties());
        options.put("type", "iceberg");
        options.put("catalog-type", lake.catalog().equals(LakeConfig.DIRECTORY) ? "hadoop" : lake.catalog());
        options.put("warehouse", lake.warehouse());
        if (lake.uri() != null) {
            options.put("uri", lake.uri());
        }
        return options;
    }

    /** In the order of their names: a later one may ask an earlier one. */
    private static List<Path> views(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static String withoutSemicolon(String statement) {
        String stripped = statement.strip();
        return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
