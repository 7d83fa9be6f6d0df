package io.undertone.images.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.undertone.images.Project;
import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.migrate.Migration;
import io.undertone.job.migrate.Summary;
import io.undertone.local.scenario.ContraryModel;
import io.undertone.local.scenario.Records;
import io.undertone.local.scenario.Results;
import io.undertone.local.scenario.Wave;
import io.undertone.local.system.EmbeddedBroker;
import io.undertone.local.system.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Broker, database, lake and audio store of one run, and the file that leads a leg to them. */
final class Services implements AutoCloseable {
    /** What the file refers to: no secret stands in it. */
    static final Map<String, String> SECRETS = Map.of("DATABASE_PASSWORD", "postgres");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Reading all that was written is work. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;
    private final Path file;
    private final UndertoneConfig config;
    private final Records records;

    private Services(EmbeddedBroker broker, EmbeddedDatabase database, Path file) throws Exception {
        this.broker = broker;
        this.database = database;
        this.file = file;
        this.config = ConfigLoader.load(file, SECRETS, Map.of());
        this.records = new Records(broker.bootstrapServers());
    }

    /** @param parallelism of each leg; 0 leaves it to the cluster */
    static Services start(Path directory, int parallelism) throws Exception {
        return start(directory, parallelism, Places.in(directory));
    }

    /** As such, with lake and audio elsewhere. */
    static Services start(Path directory, int parallelism, Places places) throws Exception {
        var broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        var database = EmbeddedDatabase.start(directory.resolve("postgres"), 0);
        Path file = write(directory, broker.bootstrapServers(), database.url(), places, parallelism);
        var services = new Services(broker, database, file);
        Summary migrated = Migration.run(services.config);
        if (!migrated.ok()) {
            services.close();
            throw new IllegalStateException("could not migrate: " + migrated);
        }
        return services;
    }

    Path savepoints() {
        return file.resolveSibling("savepoints");
    }

    Path file() {
        return file;
    }

    UndertoneConfig config() {
        return config;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    Records records() {
        return records;
    }

    /** Sends calls in real time, beside what else happens. */
    CompletableFuture<Void> onTheLine(Wave wave) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        records.sendInRealTime(wave);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                task -> new Thread(task, "calls-on-the-line").start());
    }

    /** What has been written of {@code calls} calls, waiting until it is all of it. */
    Results written(int calls) throws Exception {
        await().atMost(PATIENCE)
                .pollInterval(LOOK)
                .untilAsserted(
                        () -> assertThat(Results.calls(config)).as("calls").isEqualTo(calls));
        await().atMost(PATIENCE)
                .pollInterval(LOOK)
                .untilAsserted(() -> Results.of(config).assertWritten());
        return Results.of(config);
    }

    @Override
    public void close() throws IOException {
        records.close();
        database.close();
        broker.close();
    }

    private static Path write(
            Path directory, String bootstrapServers, String databaseUrl, Places places, int parallelism)
            throws IOException {
        Path models = Project.root().resolve("models");
        return Files.writeString(directory.resolve("undertone.yaml"), """
            kafka: {bootstrap_servers: "%s"}
            postgres: {url: "%s", user: postgres, password: "${DATABASE_PASSWORD}"}
            lake: %s
            audio: {directory: "%s"}
            models: {directory: "%s", cache: "%s", emotion: %s}
            live:
              parallelism: %d
              checkpoint_interval_ms: 1000
              lifecycle: {ended_grace_ms: 2000, streams_ended_ms: 2000}
              # No voices leg answers here.
              speakers: {voiceprint_wait_ms: 1000}
            post_call: {parallelism: %d, checkpoint_interval_ms: 2000}
            %s
            """.formatted(
                        bootstrapServers,
                        databaseUrl,
                        places.lake(),
                        places.audio(),
                        ContraryModel.beside(models, directory),
                        models.resolve(".cache"),
                        ContraryModel.ID,
                        parallelism,
                        parallelism,
                        places.more()));
    }
}
