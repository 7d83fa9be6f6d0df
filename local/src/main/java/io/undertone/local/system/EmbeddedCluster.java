package io.undertone.local.system;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.ClientUtils;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import org.apache.flink.runtime.client.JobInitializationException;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.jspecify.annotations.Nullable;

/** A Flink cluster in this JVM, with its web page. Jobs restart with growing delays, for ever, as in production. */
public final class EmbeddedCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Of the voices leg. With under 29 MiB RocksDB warns that it writes its buffers out all the time. */
    private static final MemorySize ROCKSDB_A_SLOT = MemorySize.ofMebiBytes(32);

    /** Where Flink's options of a metrics reporter begin. */
    private static final String PROMETHEUS = "metrics.reporter.prom.";

    private final MiniCluster cluster;
    private final Path directory;

    private final @Nullable URI metrics;

    private EmbeddedCluster(MiniCluster cluster, Path directory, @Nullable URI metrics) {
        this.cluster = cluster;
        this.directory = directory;
        this.metrics = metrics;
    }

    /** Starts a cluster of {@code slots} that keeps checkpoints in {@code directory}; web port 0 is any free one. */
    public static EmbeddedCluster start(Path directory, int webPort, int slots) throws Exception {
        return start(directory, settings(directory, webPort), slots, null);
    }

    /** As {@link #start(Path, int, int)}, and shows metrics as Prometheus reads them. */
    static EmbeddedCluster startMeasured(Path directory, int webPort, int metricsPort, int slots) throws Exception {
        int claimed = Port.claim(metricsPort, "metrics");
        Configuration settings = settings(directory, webPort);
        settings.setString(PROMETHEUS + "factory.class", PrometheusReporterFactory.class.getName());
        settings.setString(PROMETHEUS + "port", Integer.toString(claimed));
        // They differ from run to run: with them nothing that was counted before a restart goes on after it.
        settings.setString(
                PROMETHEUS + "scope.variables.excludes", "job_id;task_id;task_attempt_id;task_attempt_num;operator_id");
        return start(directory, settings, slots, URI.create("http://localhost:%d/metrics".formatted(claimed)));
    }

    private static EmbeddedCluster start(Path directory, Configuration settings, int slots, @Nullable URI metrics)
            throws Exception {
        var cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
        try {
            cluster.start();
        } catch (Exception e) {
            cluster.close();
            throw e;
        }
        return new EmbeddedCluster(cluster, directory, metrics);
    }

    /** Submits a job and returns when Flink has taken it; {@link #status} tells how it fares. */
    public JobID submit(JobGraph job) throws JobInitializationException {
        JobID id = await(cluster.submitJob(job)).getJobID();
        ClientUtils.waitUntilJobInitializationFinished(
                () -> status(id),
                () -> await(cluster.requestJobResult(id)),
                getClass().getClassLoader());
        return id;
    }

    public JobStatus status(JobID job) {
        return await(cluster.getJobStatus(job));
    }

    /** Whether every task of a job has started: before that it takes no savepoint. */
    public boolean isProcessing(JobID job) {
        for (var task : await(cluster.getExecutionGraph(job)).getAllExecutionVertices()) {
            if (task.getExecutionState() != ExecutionState.RUNNING) {
                return false;
            }
        }
        return true;
    }

    /** The latest failure of a job, also of one that has been restarted since. */
    public Optional<String> lastFailure(JobID job) {
        var failure = await(cluster.getExecutionGraph(job)).getFailureInfo();
        return Optional.ofNullable(failure).map(info -> RootCause.of(info.getExceptionAsString()));
    }

    /** Stops a job after a savepoint and returns where that lies. */
    public String stopWithSavepoint(JobID job) {
        String target = directory.resolve("savepoints").toUri().toString();
        return await(cluster.stopWithSavepoint(job, target, false, SavepointFormatType.CANONICAL));
    }

    public void cancel(JobID job) {
        await(cluster.cancelJob(job));
        await(cluster.requestJobResult(job));
    }

    /** Address of Flink's web page. */
    public URI webPage() {
        return await(cluster.getRestAddress());
    }

    /** Where metrics are shown, if they are. */
    public Optional<URI> metrics() {
        return Optional.ofNullable(metrics);
    }

    /** Cancels what runs first: a cluster that goes away under its jobs fills the log with their complaints. */
    @Override
    public void close() {
        for (JobStatusMessage job : await(cluster.listJobs())) {
            if (!job.getJobState().isGloballyTerminalState()) {
                cancel(job.getJobId());
            }
        }
        await(cluster.closeAsync());
    }

    @Override
    public String toString() {
        return "Flink cluster";
    }

    private static <T> T await(CompletableFuture<? extends T> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Flink was asked", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Flink did not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Flink refused: " + RootCause.of(e), e);
        }
    }

    private static Configuration settings(Path directory, int webPort) {
        int claimed = Port.claim(webPort, "Flink's web page");
        var settings = new Configuration();
        settings.set(RestOptions.ADDRESS, "localhost");
        settings.set(RestOptions.BIND_ADDRESS, "localhost");
        settings.set(RestOptions.PORT, claimed);
        settings.set(RestOptions.BIND_PORT, Integer.toString(claimed));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofMillis(500));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(10));
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                directory.resolve("checkpoints").toUri().toString());
        settings.set(CoreOptions.TMP_DIRS, directory.resolve("tmp").toString());
        settings.set(
                TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(64)); // most legs keep state on heap
        settings.set(RocksDBOptions.FIX_PER_SLOT_MEMORY_SIZE, ROCKSDB_A_SLOT);
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(96));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(96));
        return settings;
    }
}
