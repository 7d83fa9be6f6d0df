package io.undertone.local.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.undertone.job.Leg;
import io.undertone.job.Legs;
import io.undertone.job.access.Access;
import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.migrate.Migration;
import io.undertone.job.migrate.Summary;
import io.undertone.local.scenario.ContraryModel;
import io.undertone.local.system.Certificates;
import io.undertone.local.system.EmbeddedCluster;
import io.undertone.local.system.SecuredBroker;
import io.undertone.local.system.SecuredDatabase;
import io.undertone.schemas.KafkaRight;
import io.undertone.schemas.KafkaRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.JobID;

/** All services of the legs, each of which asks who one is; and users who may do what is listed of them and no more. */
final class SecuredSystem implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("undertone.root")).toAbsolutePath();
    static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Of every user: what must be read nowhere. */
    static final String PASSWORD = "do-not-print-me";

    private static final String PREFIX = "undertone";
    private static final int SLOTS = 12;

    final Certificates certificates;
    final SecuredBroker broker;
    final SecuredDatabase database;
    private final Path directory;
    private final EmbeddedCluster cluster;
    private final Path models;

    SecuredSystem(Path directory) throws Exception {
        this.directory = directory;
        this.certificates = Certificates.make(directory.resolve("certificates"), "voices", "publish");
        this.broker = SecuredBroker.start(directory.resolve("kafka"), certificates);
        this.database = SecuredDatabase.start(directory.resolve("postgres"), certificates);
        this.models = ContraryModel.beside(ROOT.resolve("models"), directory);
        for (String holder : KafkaRights.shipped().holders()) {
            broker.addUser(holder, PASSWORD);
            broker.grant(holder, rights(holder));
        }
        migrate();
        this.cluster = EmbeddedCluster.start(directory.resolve("flink"), 0, SLOTS);
    }

    static List<KafkaRight> rights(String holder) {
        return KafkaRights.shipped().of(holder, PREFIX, true);
    }

    /** Topics as the user who may, tables as their owner; then the leg's user gets his role. */
    private void migrate() throws Exception {
        UndertoneConfig config = config(
                "migrate",
                Map.of("postgres.url", database.url(), "postgres.user", database.owner(), "postgres.password", "x"));
        Summary done =
                await("rights of migrate").atMost(PATIENCE).until(() -> Migration.run(config), summary -> summary.ok());
        if (!done.ok()) {
            throw new IllegalStateException("could not migrate: " + done);
        }
        database.execute(Files.readString(ROOT.resolve("deploy/security/postgres-roles.sql")));
        database.addUser(PASSWORD, "undertone_job");
    }

    /** Of a leg or a command; {@code more} goes over what all have. */
    UndertoneConfig config(String holder, Map<String, Object> more) throws Exception {
        Map<String, Object> settings = new HashMap<>();
        boolean showsCertificate = holder.equals("voices");
        settings.put("kafka.bootstrap_servers", showsCertificate ? broker.tls() : broker.sasl());
        settings.put("kafka.properties", showsCertificate ? broker.holder(holder) : broker.user(holder, PASSWORD));
        settings.put("postgres.url", database.urlTrusting(certificates.authority("ca")));
        settings.put("postgres.user", SecuredDatabase.USER);
        settings.put("postgres.password", PASSWORD);
        settings.put("lake.warehouse", directory.resolve("lake").toUri().toString());
        settings.put("audio.directory", directory.resolve("audio").toUri().toString());
        settings.put("models.directory", models.toString());
        settings.put("models.cache", ROOT.resolve("models/.cache").toString());
        settings.put("models.emotion", ContraryModel.ID);
        for (String leg : List.of("live", "voices", "post_call")) {
            settings.put(leg + ".parallelism", 1);
            settings.put(leg + ".checkpoint_interval_ms", 1_000);
        }
        settings.put("live.alerts.delivery", "exactly_once");
        settings.put("live.lifecycle.ended_grace_ms", 1_000);
        settings.putAll(more);
        return ConfigLoader.of(settings);
    }

    UndertoneConfig config(Leg leg) throws Exception {
        return config(leg.label(), Map.of());
    }

    /** Until the brokers have heard of all that was granted. */
    void awaitRights() throws Exception {
        for (Leg leg : Leg.values()) {
            UndertoneConfig config = config(leg);
            await("rights of " + leg)
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(Access.refusals(leg, config)).isEmpty());
        }
    }

    JobID start(Leg leg) throws Exception {
        return cluster.submit(Legs.graph(leg, config(leg)).getJobGraph());
    }

    /** What has made a leg restart, if anything has. */
    Optional<String> failure(JobID leg) {
        return cluster.lastFailure(leg);
    }

    /** A file as the commands take it by {@code --kafka-properties}. */
    Path file(String name, Map<String, String> properties) throws IOException {
        List<String> lines = properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .toList();
        return Files.write(directory.resolve(name + ".properties"), lines);
    }

    @Override
    public void close() throws IOException {
        cluster.close();
        database.close();
        broker.close();
    }
}
