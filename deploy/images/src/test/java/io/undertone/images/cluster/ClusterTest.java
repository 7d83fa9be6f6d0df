package io.undertone.images.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.undertone.images.Project;
import io.undertone.job.Leg;
import io.undertone.job.Legs;
import io.undertone.local.scenario.Results;
import io.undertone.local.scenario.Wave;
import io.undertone.local.system.EmbeddedCluster;
import io.undertone.schema.CallInsight;
import io.undertone.schema.FrustrationEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped jar in a cluster of processes: calls are on the line while a task manager is killed, and while both legs are stopped
 * and started again with more subtasks. Rows, insights and alerts are those of a run in which nothing happened.
 */
class ClusterTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** From the kill to the first alert on new media, with a slot to spare. */
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(15);

    /** Of each of two task managers: enough for both legs, and for their upgrade, when one is left. */
    private static final int SLOTS = 6;

    private static final int PARALLELISM_BY_CLUSTER = 0;
    private static final int CALLS = 2 * Wave.CALLS;

    @TempDir
    private Path directory;

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    // In both the customer speaks for long enough to raise an alert.
    private final Wave killed = new Wave(12, start);
    private final Wave upgraded = new Wave(9, start.plusSeconds(20));

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void a_killed_task_manager_and_an_upgrade_leave_no_trace_in_rows_and_alerts() throws Exception {
        Results disturbed = disturbed();
        Results undisturbed = undisturbed();

        assertThat(disturbed.database()).isEqualTo(undisturbed.database());
        assertThat(disturbed.lake()).isEqualTo(undisturbed.lake()).doesNotHaveDuplicates();
        assertThat(disturbed.insights()).isEqualTo(undisturbed.insights());
        assertThat(new HashSet<>(disturbed.alerts()))
                .as("without the repeats that a failure may bring")
                .isEqualTo(new HashSet<>(undisturbed.alerts()));
        assertThat(undisturbed.alerts()).anyMatch(event -> event.contains("RAISED"));
        assertThat(undisturbed.windows()).isPositive();
    }

    private Results disturbed() throws Exception {
        try (var cluster = StandaloneCluster.start(directory.resolve("flink"), SLOTS, Services.SECRETS)) {
            cluster.addTaskManager();
            cluster.addTaskManager();
            Services services = Services.start(directory.resolve("disturbed"), PARALLELISM_BY_CLUSTER);
            await("task managers").atMost(PATIENCE).until(cluster::isComplete);
            try (var run = new Run(services, ShippedJar.upload(cluster.rest(), Project.jar()))) {
                run.start(2);
                killInMidCall(cluster, services, run);
                upgradeInMidCall(run);
                Results written = services.written(CALLS);
                assertOneCopyOfOnnxRuntime(cluster);
                return written;
            }
        }
    }

    /** In this JVM, from the classes that the jar was made of. */
    private Results undisturbed() throws Exception {
        try (var services = Services.start(directory.resolve("undisturbed"), 2);
                var cluster = EmbeddedCluster.start(directory.resolve("embedded"), 0, 4)) {
            for (Leg leg : Run.LEGS) {
                cluster.submit(Legs.graph(leg, services.config()).getJobGraph());
            }
            services.records().sendAsBacklog(List.of(killed, upgraded));
            return services.written(CALLS);
        }
    }

    private void killInMidCall(StandaloneCluster cluster, Services services, Run run) throws Exception {
        String victim = run.taskManagerOf(Leg.LIVE);
        long begunAt = System.nanoTime();
        var calls = services.onTheLine(killed);
        pause(3_000);
        kill(cluster, services, victim, begunAt);
        calls.get();
    }

    private void upgradeInMidCall(Run run) throws Exception {
        var calls = run.services().onTheLine(upgraded);
        pause(4_000);
        run.stop();
        run.start(3);
        calls.get();
    }

    /** Kills a task manager of the live leg and waits for what is heard of media that was sent after that. */
    private void kill(StandaloneCluster cluster, Services services, String taskManager, long begunAt) throws Exception {
        long killedAt = System.nanoTime();
        cluster.kill(taskManager);
        Instant then = start.plusNanos(killedAt - begunAt);
        CompletableFuture<Long> insight = FirstRecord.readAt(
                services.bootstrapServers(),
                "call-insights",
                CallInsight.class,
                record -> record.getCallStart()
                        .plusSeconds(record.getMediaSecond())
                        .isAfter(then));
        CompletableFuture<Long> alert = FirstRecord.readAt(
                services.bootstrapServers(),
                "frustration-events",
                FrustrationEvent.class,
                record -> record.getCallStart()
                        .plusMillis(record.getDecidedOffsetMs())
                        .isAfter(then));
        report("insight", insight.get() - killedAt);
        report("alert", alert.get() - killedAt);
    }

    private static void report(String what, long nanos) {
        Duration recovery = Duration.ofNanos(nanos);
        System.out.printf(
                "recovery: first %s on new media %.1f s after kill -9%n", what, recovery.toMillis() / 1_000.0);
        assertThat(recovery).as("first " + what).isLessThan(LONGEST_RECOVERY);
    }

    /** Though each has had legs of several class loaders: the job manager opens the models of a leg that it is given. */
    private static void assertOneCopyOfOnnxRuntime(StandaloneCluster cluster) throws Exception {
        assertThat(cluster.jobManager().mapped("libonnxruntime.so")).hasSize(1);
        assertThat(cluster.taskManagers()).hasSize(1);
        for (FlinkProcess survivor : cluster.taskManagers()) {
            assertThat(survivor.mapped("libonnxruntime.so")).hasSize(1);
        }
    }

    /** The story happens on the wall clock: so long something lasts, and nothing is waited for. */
    private static void pause(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }
}
