package io.undertone.bench;

import io.undertone.bench.micro.Micro;
import io.undertone.gateway.ScriptSettings;
import io.undertone.gateway.Speed;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.migrate.Summary;
import io.undertone.job.migrate.TopicMigration;
import io.undertone.local.command.ProjectRoot;
import io.undertone.local.system.EmbeddedBroker;
import io.undertone.local.system.LocalConfig;
import io.undertone.local.system.Ports;
import io.undertone.local.system.RunDirectory;
import io.undertone.udfs.speech.VadFrame;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench cost}: what the live leg spends on calls, over what batched VAD alone spends on the same frames in the same run. The
 * broker is in this process, leg and publisher in one each.
 */
@Command(
        name = "cost",
        mixinStandardHelpOptions = true,
        description = "CPU of the live leg over bare batched VAD of the same frames.")
public final class LiveLegCost implements Callable<Integer> {
    private static final int BARE_ROWS = 64;
    private static final int WARM_UP_CALLS = 150;
    /** More would not keep up on two cores while moods are read, and leave what they queued to what is measured. */
    private static final int WARM_UP_CALLS_WITH_MOODS = 50;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    @Option(names = "--calls", defaultValue = "50", description = "Calls at once, ${DEFAULT-VALUE} unless given.")
    private int calls;

    @Option(names = "--seconds", defaultValue = "60", description = "Of each call, ${DEFAULT-VALUE} unless given.")
    private int seconds;

    @Option(names = "--frame-ms", defaultValue = "100", description = "20 to 1000, ${DEFAULT-VALUE} unless given.")
    private int frameMillis = ScriptSettings.RECOMMENDED_FRAME_MILLIS;

    @Option(
            names = "--speed",
            defaultValue = "1",
            description = "Of media time, so that many calls fit on few cores: ${DEFAULT-VALUE} unless given.")
    private String speed = "1";

    /** So that what is measured is compiled: until then the compiler takes more CPU than the leg. */
    @Option(names = "--warm-up", defaultValue = "120", description = "Seconds, ${DEFAULT-VALUE} unless given.")
    private int warmUpSeconds;

    @Option(
            names = "--moods",
            description =
                    "The callers consent to the analysis of emotions: windows are read on the CPU, and alerts are raised.")
    private boolean moods;

    @Option(
            names = "--set",
            paramLabel = "SECTION.KEY=VALUE",
            description =
                    "Of the leg's configuration, repeatable. It has two subtasks of each stage unless told otherwise.")
    private Map<String, String> settings = new TreeMap<>();

    @Override
    public Integer call() throws Exception {
        var measured = new Traffic("measured", calls, seconds, frameMillis, Speed.parse(speed), false, moods);
        int warmUpCalls = moods ? WARM_UP_CALLS_WITH_MOODS : WARM_UP_CALLS;
        var warmUp = new Traffic("warm-up", warmUpCalls, warmUpSeconds, frameMillis, Speed.REAL_TIME, false, moods);
        var run = RunDirectory.create(Files.createTempDirectory("undertone-bench"), Instant.now(), ZoneOffset.UTC);
        double legMillis = legMillis(run, warmUp, measured);
        double vadMillis = Micro.vadMillisPerFrame(BARE_ROWS) * vadFrames(measured);
        double perCallSecond = legMillis / measured.callSeconds();
        System.out.printf(
                "%d calls of %d s in frames of %d ms at speed %s %s%n",
                calls, seconds, frameMillis, measured.speed(), settings.isEmpty() ? "" : settings);
        System.out.printf(
                "live leg: %.3f ms of CPU a call-second, %.0f calls a core%n", perCallSecond, 1_000 / perCallSecond);
        System.out.printf("bare VAD, %d rows: %.3f ms a call-second%n", BARE_ROWS, vadMillis / measured.callSeconds());
        System.out.printf("live leg over bare VAD: %.2f%n", legMillis / vadMillis);
        return 0;
    }

    private double legMillis(RunDirectory run, Traffic warmUp, Traffic measured) throws Exception {
        try (var broker = EmbeddedBroker.start(run.broker(), Ports.ANY.broker())) {
            createTopics(LocalConfig.withoutDatabase(ProjectRoot.path(), run, broker.bootstrapServers()));
            try (var leg = LiveLegProcess.start(broker.bootstrapServers(), run, settings);
                    var insights = new Delays(broker.bootstrapServers())) {
                if (warmUp.seconds() > 0) {
                    hear(warmUp, broker, insights);
                }
                Duration before = leg.cpu();
                hear(measured, broker, insights);
                System.out.println("insights, after the last sample of their second: " + insights.ofInsights());
                System.out.println("alerts raised, after the frame that decided: " + insights.ofAlerts());
                return leg.cpu().minus(before).toNanos() / 1e6;
            }
        }
    }

    private static void createTopics(UndertoneConfig config) {
        Summary created = new TopicMigration(config.kafka(), TopicMigration.BROKERS_REPLICATION).migrate();
        if (!created.ok()) {
            throw new IllegalStateException(String.join("; ", created.problems()));
        }
    }

    /** Until every insight has come: a leg that leaves work undone would look cheap. */
    private static void hear(Traffic traffic, EmbeddedBroker broker, Delays insights) throws Exception {
        insights.restart();
        Process publisher = traffic.publishTo(broker.bootstrapServers());
        long quietUntil = System.nanoTime() + PATIENCE_NANOS;
        while (insights.count() < traffic.insights()) {
            if (insights.follow(1) > 0 || publisher.isAlive()) {
                quietUntil = System.nanoTime() + PATIENCE_NANOS;
            }
            if (System.nanoTime() > quietUntil || hasFailed(publisher)) {
                throw new IllegalStateException("got %d of %d insights, then no more: publisher %s"
                        .formatted(insights.count(), traffic.insights(), hasFailed(publisher) ? "failed" : "is done"));
            }
        }
        publisher.waitFor();
    }

    private static boolean hasFailed(Process publisher) {
        return !publisher.isAlive() && publisher.exitValue() != 0;
    }

    private static long vadFrames(Traffic traffic) {
        long samples = traffic.seconds() * 1_000L * VadFrame.SAMPLES_PER_MILLI;
        return 2L * traffic.calls() * ((samples + VadFrame.SAMPLES - 1) / VadFrame.SAMPLES);
    }
}
