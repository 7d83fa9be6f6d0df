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
 * delay; asserts nothing. Arguments: calls seconds, 200 and 60 unless given.
 */
public final class CallsAtOnce {
    private static final long GLANCE_SECONDS = 2;
    /** Flink's web page renews its metrics every 10 s. */
    private static final long METRICS_SECONDS = 11;

    private final int calls;
    private final int seconds;

    private CallsAtOnce(int calls, int seconds) {
        this.calls = calls;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws Exception {
        int calls = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        new CallsAtOnce(calls, seconds).run();
        System.exit(0); // what Flink and Kafka leave running is nobody's any more
    }

    private static void print(String line) {
        System.out.println(line);
    }

    private void run() throws Exception {
        var run = RunDirectory.create(Files.createTempDirectory("undertone-bench"), Instant.now(), ZoneOffset.UTC);
        try (var system = LocalSystem.start(ProjectRoot.path(), run, Ports.ANY, CallsAtOnce::print)) {
            String brokers = system.config().kafka().bootstrapServers();
            var metrics = new JobMetrics(system.webPage());
            while (!system.isProcessing()) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            try (var insights = new InsightDelays(brokers)) {
                long cpuBefore = cpuNanos();
                long began = System.nanoTime();
                Process publisher = publisher(brokers);
                watch(publisher, metrics, insights, (long) calls * seconds * 2);
                report(metrics, insights, cpuNanos() - cpuBefore, insights.lastNanos() - began);
            }
            system.failures().forEach(System.out::println);
        }
    }

    private Process publisher(String brokers) throws Exception {
        String java = ProcessHandle.current().info().command().orElse("java");
        return new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CopyPublisher.class.getName(),
                        brokers,
                        Integer.toString(calls),
                        Integer.toString(seconds))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Until every insight has come, or nothing has for half a minute after the last record. */
    private static void watch(Process publisher, JobMetrics metrics, InsightDelays insights, long expected)
            throws Exception {
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

    private void report(JobMetrics metrics, InsightDelays insights, long cpuNanos, long wallNanos) throws Exception {
        double runs = metrics.sum("detect-speech", "vadRuns");
        double frames = metrics.sum("detect-speech", "vadFrames");
        long records = 20L * calls * seconds; // two legs, ten frames a second each
        System.out.printf(
                "%d calls of %d s, %d frames: %.0f records/s over %.1f s%n",
                calls, seconds, records, records / (wallNanos / 1e9), wallNanos / 1e9);
        System.out.printf("VAD: %.0f frames in %.0f runs, %.1f a batch%n", frames, runs, frames / runs);
        System.out.printf(
                "CPU of this JVM, broker and both legs: %.2f ms a call-second; machine load %s%n",
                cpuNanos / 1e6 / ((double) calls * seconds),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        double[] delays = insights.delaysMillis();
        Arrays.sort(delays);
        System.out.printf(
                "insight after the last sample of its second: p50 %.0f ms, p99 %.0f ms, max %.0f ms%n",
                delays[delays.length / 2], delays[(int) (delays.length * 0.99)], delays[delays.length - 1]);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
