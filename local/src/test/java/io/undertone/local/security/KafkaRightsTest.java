package io.undertone.local.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.undertone.job.access.KafkaAccess;
import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.KafkaConfig;
import io.undertone.job.migrate.TopicMigration;
import io.undertone.local.system.Certificates;
import io.undertone.local.system.SecuredBroker;
import io.undertone.schemas.KafkaRight;
import io.undertone.schemas.KafkaRights;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each right that is listed is asked for: without it, a leg or a command is told what it may not, before it begins. */
class KafkaRightsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final String PREFIX = "undertone";
    private static final String PASSWORD = "do-not-print-me";

    @TempDir
    private static Path directory;

    private static SecuredBroker broker;

    @BeforeAll
    static void start() throws Exception {
        Certificates certificates = Certificates.make(directory.resolve("certificates"));
        broker = SecuredBroker.start(directory.resolve("kafka"), certificates);
        var migration = new TopicMigration(config(broker.open(), Map.of()), TopicMigration.BROKERS_REPLICATION);
        assertThat(migration.migrate().ok()).isTrue();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "voices", "post-call", "publish", "watch", "enroll", "reanalyse", "quarantine"})
    void a_right_that_is_taken_away_is_named_with_who_has_lost_it(String holder) throws Exception {
        List<KafkaRight> rights = KafkaRights.shipped().of(holder, PREFIX, true);
        assertThat(rights).isNotEmpty();
        try (KafkaAccess access = signedIn(holder)) {
            broker.grant(holder, rights);
            assertMissing(access, holder, List.of());
            for (KafkaRight right : rights) {
                broker.revoke(holder, List.of(right));
                assertMissing(access, holder, List.of(right));
                assertThat(access.explained(holder, List.of(right)))
                        .isEqualTo("Kafka at %s: User:%s may not %s, which %s needs (docs/security.md)"
                                .formatted(broker.sasl(), holder, right, holder));
                broker.grant(holder, List.of(right));
            }
            assertMissing(access, holder, List.of());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "check"})
    void who_may_nothing_is_told_all_that_is_needed(String holder) throws Exception {
        List<KafkaRight> rights = KafkaRights.shipped().of(holder, PREFIX, true);
        try (KafkaAccess access = signedIn(holder)) {
            assertMissing(access, holder, rights);
            broker.grant(holder, rights);
            assertMissing(access, holder, List.of());
        }
    }

    /** A broker hears of a change a moment after the controller has taken it. */
    private static void assertMissing(KafkaAccess access, String holder, List<KafkaRight> expected) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .ignoreException(ExecutionException.class) // of a user that it has not heard of yet
                .untilAsserted(() -> assertThat(access.missing(holder, true)).isEqualTo(expected));
    }

    private static KafkaAccess signedIn(String user) throws Exception {
        broker.addUser(user, PASSWORD);
        return new KafkaAccess(config(broker.sasl(), broker.user(user, PASSWORD)));
    }

    private static KafkaConfig config(String bootstrap, Map<String, String> properties) {
        return ConfigLoader.of(Map.of(
                        "kafka.bootstrap_servers",
                        bootstrap,
                        "kafka.properties",
                        properties,
                        "postgres.url",
                        "jdbc:postgresql://localhost/none",
                        "postgres.user",
                        "nobody",
                        "postgres.password",
                        "nothing",
                        "audio.directory",
                        directory.toUri().toString(),
                        "lake.warehouse",
                        directory.toUri().toString()))
                .kafka();
    }
}
