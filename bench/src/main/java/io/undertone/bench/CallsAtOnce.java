package io.undertone.bench;

import com.sun.management.OperatingSystemMXBean;
import io.undertone.local.command.ProjectRoot;
import io.undertone.local.system.LocalSystem;
import io.undertone.local.system.Ports;
import io.undertone.local.system.RunDirectory;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench calls}: many calls at real-time speed through one system, published by another process. Prints throughput, lag, batch
 * size, CPU and delay; asserts nothing.
 */
@Command(
        name = "calls",
        mixinStandardHelpOptions = true,
        description = "Throughput, lag and delay of the whole system under many calls.")
public final class CallsAtOnce implements Callable<Integer> {
    private static final long GLANCE_SECONDS = 2;
    /** Flink's web page renews its metrics every 10 s. */
    private static final long METRICS_SECONDS = 11;

    private static final int WARM_UP_CALLS = 50;

    @Option(names = "--calls", defaultValue = "200", description = "Calls at once, ${DEFAULT-VALUE} unless given.")
    private int calls;

    @Option(names = "--seconds", defaultValue = "60", description = "Of each call, ${DEFAULT-VALUE} unless given.")
    private int seconds;

    /** So that what is measured is compiled: until then the compiler takes more CPU than a leg. */
    @Option(names = "--warm-up", defaultValue = "120", description = "Seconds, ${DEFAULT-VALUE} unless given.")
    private int warmUpSeconds;

    @Option(
            names = "--voices",
            description = "The callers consent to voice biometrics: windows are embedded on the CPU.")
    private boolean voices;

    @Override
    public Integer call() throws Exception {
        var run = RunDirectory.create(Files.createTempDirectory("undertone-bench"), Instant.now(), ZoneOffset.UTC);
        try (var system = LocalSystem.start(ProjectRoot.path(), run, Ports.ANY, Map.of(), CallsAtOnce::print);
                var delays = new Delays(system.config().kafka().bootstrapServers())) {
            while (!system.isProcessing()) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            var load = new Load(system, new JobMetrics(system.webPage()), delays);
            if (warmUpSeconds > 0) {
                load.run(Traffic.plain("warm-up", WARM_UP_CALLS, warmUpSeconds, voices));
            }
            load.run(Traffic.plain("measured", calls, seconds, voices));
            system.failures().forEach(System.out::println);
        }
        return 0;
    }

    private static void print(String line) {
        System.out.println(line);
    }

    /** The system under traffic, and what is read of it. */
    private record Load(LocalSystem system, JobMetrics metrics, Delays delays) {
        void run(Traffic traffic) throws Exception {
            System.out.printf("%s: %d calls of %d s%n", traffic.name(), traffic.calls(), traffic.seconds());
            delays.restart();
            var before = new Reading(metrics);
            watch(traffic.publishTo(system.config().kafka().bootstrapServers()), traffic.insights());
            report(traffic, before);
        }

        /** Until every insight has come, or nothing has for half a minute after the last record. */
        private void watch(Process publisher, long expected) throws Exception {
            double mostPending = 0;
            double pending = 0;
            long quietUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (delays.count() < expected && System.nanoTime() < quietUntil) {
                if (delays.follow(GLANCE_SECONDS) > 0 || publisher.isAlive()) {
                    quietUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                }
                pending = metrics.sum("read-media", "pendingRecords");
                mostPending = Math.max(mostPending, pending);
                System.out.printf(
                        "lag of call-media %6.0f records, insights %d of %d%n", pending, delays.count(), expected);
            }
            delays.follow(METRICS_SECONDS);
            pending = metrics.sum("read-media", "pendingRecords");
            System.out.printf("lag: at most %.0f records, at the end %.0f%n", mostPending, pending);
        }

        private void report(Traffic traffic, Reading before) throws Exception {
            var after = new Reading(metrics);
            double wallSeconds = (delays.lastNanos() - before.atNanos()) / 1e9;
            long records = 20 * traffic.callSeconds(); // two legs, ten frames a second each
            System.out.printf(
                    "%d calls of %d s, %d frames: %.0f records/s over %.1f s%n",
                    traffic.calls(), traffic.seconds(), records, records / wallSeconds, wallSeconds);
            double frames = after.vadFrames() - before.vadFrames();
            double runs = after.vadRuns() - before.vadRuns();
            System.out.printf("VAD: %.0f frames in %.0f runs, %.1f a batch%n", frames, runs, frames / runs);
            System.out.printf(
                    "CPU of this JVM, broker and both legs: %.2f ms a call-second; machine load %s%n",
                    (after.cpuNanos() - before.cpuNanos()) / 1e6 / traffic.callSeconds(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            System.out.println("insights, after the last sample of their second: " + delays.ofInsights());
            System.out.println("alerts raised, after the frame that decided: " + delays.ofAlerts());
        }
    }

    private record Reading(long atNanos, long cpuNanos, double vadRuns, double vadFrames) {
        Reading(JobMetrics metrics) throws Exception {
            this(
                    System.nanoTime(),
                    ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime(),
                    metrics.sum("detect-speech", "vad_runs_total"),
                    metrics.sum("detect-speech", "vad_frames_total"));
        }
    }
}
