package io.undertone.local.bench;

import com.sun.management.OperatingSystemMXBean;
import io.undertone.local.command.ProjectRoot;
import io.undertone.local.system.LocalSystem;
import io.undertone.local.system.Ports;
import io.undertone.local.system.RunDirectory;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Many calls at real-time speed through one system, published by another process. Prints throughput, lag, batch size, CPU and
 * delay; asserts nothing. Arguments: calls seconds warm-up-seconds, 200 60 120 unless given.
 */
public final class CallsAtOnce {
    private static final long GLANCE_SECONDS = 2;
    /** Flink's web page renews its metrics every 10 s. */
    private static final long METRICS_SECONDS = 11;

    /** So that what is measured is compiled: until then the compiler takes more CPU than a leg. */
    private static final int WARM_UP_CALLS = 50;

    private static final int WARM_UP_SECONDS = 120;

    private final LocalSystem system;
    private final JobMetrics metrics;
    private final InsightDelays insights;

    private CallsAtOnce(LocalSystem system, JobMetrics metrics, InsightDelays insights) {
        this.system = system;
        this.metrics = metrics;
        this.insights = insights;
    }

    public static void main(String[] args) throws Exception {
        int calls = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        int warmUp = args.length > 2 ? Integer.parseInt(args[2]) : WARM_UP_SECONDS;
        var run = RunDirectory.create(Files.createTempDirectory("undertone-bench"), Instant.now(), ZoneOffset.UTC);
        try (var system = LocalSystem.start(ProjectRoot.path(), run, Ports.ANY, CallsAtOnce::print);
                var insights = new InsightDelays(system.config().kafka().bootstrapServers())) {
            while (!system.isProcessing()) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            var bench = new CallsAtOnce(system, new JobMetrics(system.webPage()), insights);
            if (warmUp > 0) {
                bench.run("warm-up", WARM_UP_CALLS, warmUp);
            }
            bench.run("measured", calls, seconds);
            system.failures().forEach(System.out::println);
        }
        System.exit(0); // what Flink and Kafka leave running is nobody's any more
    }

    private static void print(String line) {
        System.out.println(line);
    }

    private void run(String name, int calls, int seconds) throws Exception {
        System.out.printf("%s: %d calls of %d s%n", name, calls, seconds);
        insights.restart();
        var before = new Reading(metrics);
        watch(publisher(name, calls, seconds), (long) calls * seconds * 2);
        report(calls, seconds, before);
    }

    private Process publisher(String name, int calls, int seconds) throws Exception {
        String java = ProcessHandle.current().info().command().orElse("java");
        return new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CopyPublisher.class.getName(),
                        system.config().kafka().bootstrapServers(),
                        Integer.toString(calls),
                        Integer.toString(seconds),
                        name)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Until every insight has come, or nothing has for half a minute after the last record. */
    private void watch(Process publisher, long expected) throws Exception {
        double mostPending = 0;
        double pending = 0;
        long quietUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (insights.count() < expected && System.nanoTime() < quietUntil) {
            if (insights.follow(GLANCE_SECONDS) > 0 || publisher.isAlive()) {
                quietUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            }
            pending = metrics.sum("read-media", "pendingRecords");
            mostPending = Math.max(mostPending, pending);
            System.out.printf(
                    "lag of call-media %6.0f records, insights %d of %d%n", pending, insights.count(), expected);
        }
        insights.follow(METRICS_SECONDS);
        pending = metrics.sum("read-media", "pendingRecords");
        System.out.printf("lag: at most %.0f records, at the end %.0f%n", mostPending, pending);
    }

    private void report(int calls, int seconds, Reading before) throws Exception {
        var after = new Reading(metrics);
        double wallSeconds = (insights.lastNanos() - before.atNanos()) / 1e9;
        long records = 20L * calls * seconds; // two legs, ten frames a second each
        System.out.printf(
                "%d calls of %d s, %d frames: %.0f records/s over %.1f s%n",
                calls, seconds, records, records / wallSeconds, wallSeconds);
        double frames = after.vadFrames() - before.vadFrames();
        double runs = after.vadRuns() - before.vadRuns();
        System.out.printf("VAD: %.0f frames in %.0f runs, %.1f a batch%n", frames, runs, frames / runs);
        System.out.printf(
                "CPU of this JVM, broker and both legs: %.2f ms a call-second; machine load %s%n",
                (after.cpuNanos() - before.cpuNanos()) / 1e6 / ((double) calls * seconds),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        double[] delays = insights.delaysMillis();
        Arrays.sort(delays);
        System.out.printf(
                "insight after the last sample of its second: p50 %.0f ms, p99 %.0f ms, max %.0f ms%n",
                delays[delays.length / 2], delays[(int) (delays.length * 0.99)], delays[delays.length - 1]);
    }

    private record Reading(long atNanos, long cpuNanos, double vadRuns, double vadFrames) {
        Reading(JobMetrics metrics) throws Exception {
            this(
                    System.nanoTime(),
                    ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime(),
                    metrics.sum("detect-speech", "vadRuns"),
                    metrics.sum("detect-speech", "vadFrames"));
        }
    }
}
