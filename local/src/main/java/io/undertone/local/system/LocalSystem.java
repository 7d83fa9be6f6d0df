package io.undertone.local.system;

import io.undertone.job.Leg;
import io.undertone.job.Legs;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.migrate.Migration;
import io.undertone.job.migrate.Summary;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.jobgraph.JobGraph;

/** All of Undertone in this JVM: broker, database, lake, and every leg as a job of its own on one Flink cluster. */
public final class LocalSystem implements AutoCloseable {
    private final CloseStack opened;
    private final UndertoneConfig config;
    private final EmbeddedDatabase database;
    private final EmbeddedCluster cluster;
    private final Map<Leg, JobID> jobs;

    private LocalSystem(
            CloseStack opened,
            UndertoneConfig config,
            EmbeddedDatabase database,
            EmbeddedCluster cluster,
            Map<Leg, JobID> jobs) {
        this.opened = opened;
        this.config = config;
        this.database = database;
        this.cluster = cluster;
        this.jobs = jobs;
    }

    /**
     * Starts everything and returns when the legs are submitted; what started before a failure is closed again.
     *
     * @param settings keys of the configuration that are set too: of services that are not brought along
     */
    public static LocalSystem start(
            Path projectRoot, RunDirectory run, Ports ports, Map<String, Object> settings, Consumer<String> news)
            throws Exception {
        ports.requireFree();
        var opened = new CloseStack();
        // Ctrl-C has to reach the database, which is a process of its own.
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "close-local-system"));
        try {
            return start(projectRoot, run, ports, settings, news, opened);
        } catch (Exception e) {
            try (opened) {
                throw e; // with what went wrong on closing attached to it
            }
        }
    }

    private static LocalSystem start(
            Path projectRoot,
            RunDirectory run,
            Ports ports,
            Map<String, Object> settings,
            Consumer<String> news,
            CloseStack opened)
            throws Exception {
        var broker = opened.open(() -> EmbeddedBroker.start(run.broker(), ports.broker()));
        news.accept("Kafka       " + broker.bootstrapServers());
        var database = opened.open(() -> EmbeddedDatabase.start(run.database(), ports.database()));
        news.accept("PostgreSQL  " + database.url());
        UndertoneConfig config = LocalConfig.of(projectRoot, run, broker.bootstrapServers(), database.url(), settings);
        Summary migrated = Migration.run(config);
        if (!migrated.ok()) {
            throw new IllegalStateException(String.join("; ", migrated.problems()));
        }
        news.accept("Iceberg     " + config.lake().warehouse());
        var graphs = new EnumMap<Leg, JobGraph>(Leg.class);
        for (Leg leg : Leg.values()) {
            graphs.put(leg, Legs.graph(leg, config).getJobGraph());
        }
        int slots = Slots.neededBy(graphs.values());
        var cluster = opened.open(() -> cluster(run, ports, slots));
        var jobs = new EnumMap<Leg, JobID>(Leg.class);
        for (Map.Entry<Leg, JobGraph> graph : graphs.entrySet()) {
            jobs.put(graph.getKey(), cluster.submit(graph.getValue()));
        }
        news.accept("Flink       %s legs %s".formatted(cluster.webPage(), jobs.keySet()));
        cluster.metrics().ifPresent(page -> news.accept("Metrics     " + page));
        return new LocalSystem(opened, config, database, cluster, jobs);
    }

    private static EmbeddedCluster cluster(RunDirectory run, Ports ports, int slots) throws Exception {
        return ports.metrics() == Ports.NONE
                ? EmbeddedCluster.start(run.flink(), ports.web(), slots)
                : EmbeddedCluster.startMeasured(run.flink(), ports.web(), ports.metrics(), slots);
    }

    public UndertoneConfig config() {
        return config;
    }

    /** The database beside, which may be stopped and started anew under the running legs. */
    public EmbeddedDatabase database() {
        return database;
    }

    /** Whether every task of every leg has started. */
    public boolean isProcessing() {
        return jobs.values().stream().allMatch(cluster::isProcessing);
    }

    /** Address of Flink's web page. */
    public URI webPage() {
        return cluster.webPage();
    }

    /** Where metrics of all legs are shown, as Prometheus reads them, if they are. */
    public Optional<URI> metrics() {
        return cluster.metrics();
    }

    /** What has thrown in which leg, though it may have recovered since. */
    public List<String> failures() {
        var failures = new ArrayList<String>();
        jobs.forEach((leg, job) -> cluster.lastFailure(job)
                .ifPresent(failure -> failures.add("leg %s (%s): %s".formatted(leg, cluster.status(job), failure))));
        return failures;
    }

    /** Whether a leg has given up and will not restart. */
    public boolean isBroken() {
        return jobs.values().stream().anyMatch(job -> cluster.status(job).isGloballyTerminalState());
    }

    @Override
    public void close() {
        opened.close();
    }
}
