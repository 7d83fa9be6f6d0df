package io.undertone.local.system;

import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.UndertoneConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The shipped defaults, pointed at the services of a local run. Only addresses, commits and parallelism differ. */
public final class LocalConfig {
    private static final int PARALLELISM = 2;
    private static final long COMMIT_MILLIS = 5_000; // somebody waits for the rows

    private LocalConfig() {}

    /** Of a run that has no services: good for building graphs. */
    public static UndertoneConfig unconnected(Path projectRoot, RunDirectory run) {
        return withoutDatabase(projectRoot, run, "localhost:9092");
    }

    /** Of a run that has a broker and no more: good for the live leg. */
    public static UndertoneConfig withoutDatabase(Path projectRoot, RunDirectory run, String bootstrapServers) {
        return withoutDatabase(projectRoot, run, bootstrapServers, Map.of());
    }

    /** The same with {@code more} keys. */
    public static UndertoneConfig withoutDatabase(
            Path projectRoot, RunDirectory run, String bootstrapServers, Map<String, Object> more) {
        return of(projectRoot, run, bootstrapServers, "jdbc:postgresql://localhost/postgres", more);
    }

    /** @param more keys that are set too: services that the run does not bring along */
    static UndertoneConfig of(
            Path projectRoot, RunDirectory run, String bootstrapServers, String databaseUrl, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.ofEntries(
                Map.entry("kafka.bootstrap_servers", bootstrapServers),
                Map.entry("postgres.url", databaseUrl),
                Map.entry("postgres.user", EmbeddedDatabase.OWNER),
                Map.entry("postgres.password", EmbeddedDatabase.OWNER),
                Map.entry("lake.catalog", run.lake().catalog()),
                Map.entry("lake.warehouse", run.lake().warehouse()),
                Map.entry("audio.directory", run.audio()),
                Map.entry("models.directory", projectRoot.resolve("models").toString()),
                Map.entry("models.cache", projectRoot.resolve("models/.cache").toString()),
                Map.entry("live.parallelism", PARALLELISM),
                Map.entry("voices.parallelism", PARALLELISM),
                Map.entry("post_call.parallelism", PARALLELISM),
                Map.entry("post_call.checkpoint_interval_ms", COMMIT_MILLIS)));
        settings.putAll(more);
        return ConfigLoader.of(settings);
    }
}
