package io.undertone.images.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.undertone.job.Leg;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Services of their own, and the legs that serve them in a cluster. */
final class Run implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    static final List<Leg> LEGS = List.of(Leg.LIVE, Leg.POST_CALL);

    private final ShippedJar jar;
    private final Services services;
    private final Map<Leg, String> jobs = new EnumMap<>(Leg.class);
    private final Map<Leg, String> savepoints = new EnumMap<>(Leg.class);

    Run(Services services, ShippedJar jar) {
        this.services = services;
        this.jar = jar;
    }

    /** Starts both legs, from where they were stopped, and returns when every task runs. */
    void start(int parallelism) throws IOException {
        for (Leg leg : LEGS) {
            jobs.put(leg, jar.start(leg, services.file(), parallelism, savepoints.get(leg)));
        }
        awaitProcessing();
        assertThat(jar.parallelism(job(Leg.LIVE))).isEqualTo(parallelism);
    }

    private void awaitProcessing() {
        await("legs")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> jar.isProcessing(job(Leg.LIVE)) && jar.isProcessing(job(Leg.POST_CALL)));
    }

    /** Stops both legs, each with a savepoint. */
    void stop() throws IOException {
        for (Leg leg : LEGS) {
            savepoints.put(leg, jar.stop(job(leg), services.savepoints()));
            jobs.remove(leg);
        }
    }

    Services services() {
        return services;
    }

    /** One that runs tasks of the leg. */
    String taskManagerOf(Leg leg) throws IOException {
        return jar.taskManagerOf(job(leg));
    }

    /** Where the latest checkpoint of a kind, {@code completed} or {@code restored}, lies; or nothing while there is none. */
    String checkpoint(Leg leg, String kind) throws IOException {
        return jar.checkpoint(job(leg), kind);
    }

    private String job(Leg leg) {
        return Objects.requireNonNull(jobs.get(leg), leg.label());
    }

    @Override
    public void close() throws IOException {
        try (services) {
            for (String job : jobs.values()) {
                jar.cancel(job);
            }
        }
    }
}
