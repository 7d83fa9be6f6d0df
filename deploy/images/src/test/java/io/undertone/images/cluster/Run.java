package io.undertone.images.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.undertone.job.Leg;
import io.undertone.local.scenario.Records;
import io.undertone.local.scenario.Results;
import io.undertone.local.scenario.Wave;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Services of their own, and the legs that serve them in a cluster. */
final class Run implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<Leg> LEGS = List.of(Leg.LIVE, Leg.POST_CALL);

    private final ShippedJar jar;
    private final Services services;
    private final Records records;
    private final Map<Leg, String> jobs = new EnumMap<>(Leg.class);
    private final Map<Leg, String> savepoints = new EnumMap<>(Leg.class);

    Run(Services services, ShippedJar jar) {
        this.services = services;
        this.jar = jar;
        this.records = new Records(services.bootstrapServers());
    }

    /** Starts both legs, from where they were stopped, and returns when every task runs. */
    void start(int parallelism) throws IOException, InterruptedException {
        for (Leg leg : LEGS) {
            jobs.put(leg, jar.start(leg, services.file(), parallelism, savepoints.get(leg)));
        }
        awaitProcessing();
        assertThat(jar.parallelism(job(Leg.LIVE))).isEqualTo(parallelism);
    }

    void awaitProcessing() {
        await("legs")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> jar.isProcessing(job(Leg.LIVE)) && jar.isProcessing(job(Leg.POST_CALL)));
    }

    /** Stops both legs, each with a savepoint. */
    void stop() throws IOException, InterruptedException {
        for (Leg leg : LEGS) {
            savepoints.put(leg, jar.stop(job(leg), services.savepoints()));
            jobs.remove(leg);
        }
    }

    String job(Leg leg) {
        return Objects.requireNonNull(jobs.get(leg), leg.label());
    }

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

    void sendAsBacklog(List<Wave> waves) throws IOException {
        records.sendAsBacklog(waves);
    }

    /** What has been written of {@code calls} calls, waiting until it is all of it. */
    Results written(int calls) throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(Results.calls(services.config())).as("calls").isEqualTo(calls));
        await().atMost(PATIENCE)
                .untilAsserted(() -> Results.of(services.config()).assertWritten());
        return Results.of(services.config());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try (services;
                records) {
            for (String job : jobs.values()) {
                jar.cancel(job);
            }
        }
    }
}
