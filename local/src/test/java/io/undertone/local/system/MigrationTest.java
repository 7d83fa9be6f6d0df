package io.undertone.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.lake.LakeTable;
import io.undertone.job.migrate.Migration;
import io.undertone.job.migrate.Summary;
import io.undertone.schemas.Topic;
import io.undertone.schemas.Topics;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All three stores are real, and empty at first. */
class MigrationTest {
    private static final long PATIENCE_S = 30;

    @TempDir
    Path directory;

    private final CloseStack opened = new CloseStack();
    private EmbeddedBroker broker;
    private EmbeddedDatabase database;
    private UndertoneConfig config;

    @BeforeEach
    void start() throws Exception {
        broker = opened.open(() -> EmbeddedBroker.start(directory.resolve("broker"), Port.ANY));
        database = opened.open(() -> EmbeddedDatabase.start(directory.resolve("database"), Port.ANY));
        config = config(Map.of());
    }

    @AfterEach
    void stop() {
        opened.close();
    }

    @Test
    void an_empty_installation_is_refused_then_migrated_then_in_order() throws Exception {
        List<Topic> topics = List.copyOf(Topics.shipped().all());
        Summary before = Migration.check(config);
        assertThat(before.notes()).isEmpty();
        assertThat(before.problems())
                .contains("topic call-media is missing: run migrate", "table undertone.calls is missing: run migrate")
                .anyMatch(problem -> problem.startsWith("database lacks 1 ("))
                .hasSize(topics.size() + 1 + LakeTable.values().length);
        assertThat(Migration.check(config)).as("checking changes nothing").isEqualTo(before);

        Summary created = Migration.run(config);
        assertThat(created.problems()).isEmpty();
        assertThat(created.notes())
                .contains(
                        "topic call-media created with 24 partitions",
                        "database brought to version 4",
                        "table undertone.calls created");
        assertThat(tables()).contains("call", "utterance", "silence", "frustration_event", "alert_feedback", "topic");
        assertTopicsAreAsDescribed(topics);

        Summary after = Migration.check(config);
        assertThat(after.problems()).isEmpty();
        assertThat(after.notes())
                .contains("topic call-media is in order", "database is in order", "table undertone.calls is in order");
        Summary again = Migration.run(config);
        assertThat(again).as("migrating again").isEqualTo(after);
    }

    @Test
    void what_stands_otherwise_is_reported_and_left_as_it_is() throws Exception {
        try (var admin = admin()) {
            var media = new NewTopic("call-media", Optional.of(3), Optional.empty())
                    .configs(Map.of("cleanup.policy", "compact", "retention.ms", "1000"));
            admin.createTopics(List.of(media)).all().get(PATIENCE_S, TimeUnit.SECONDS);
        }
        Summary summary = Migration.run(config);
        assertThat(summary.problems())
                .singleElement()
                .asString()
                .startsWith(
                        "topic call-media: 3 partitions, expected at least 24; cleanup.policy is compact, expected delete; ")
                .contains("retention.ms is 1000, expected 86400000");
        assertThat(summary.notes()).contains("topic utterances created with 12 partitions");
        assertThat(Migration.check(config).problems()).isEqualTo(summary.problems());
    }

    @Test
    void more_replicas_than_brokers_is_a_problem_of_the_topics_alone() {
        Summary summary = Migration.run(config, (short) 3);
        assertThat(summary.problems()).singleElement().asString().startsWith("Kafka at " + broker.bootstrapServers());
        assertThat(Migration.run(config, (short) 1).problems()).isEmpty();
    }

    @Test
    void a_changed_migration_and_a_stranger_are_problems() throws Exception {
        assertThat(Migration.run(config).ok()).isTrue();
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update flyway_schema_history set checksum = 1 where version = '1'");
        }
        assertThat(Migration.check(config).problems())
                .singleElement()
                .asString()
                .startsWith("database: ")
                .contains("checksum mismatch")
                .doesNotContain("\n");
        UndertoneConfig stranger = config(Map.of("postgres.user", "stranger", "postgres.password", "hush"));
        assertThat(Migration.check(stranger).problems())
                .singleElement()
                .asString()
                .contains("stranger")
                .doesNotContain("hush", "\n");
    }

    private void assertTopicsAreAsDescribed(List<Topic> topics) throws Exception {
        List<String> names = topics.stream().map(Topic::name).toList();
        try (var admin = admin()) {
            Map<String, TopicDescription> found =
                    admin.describeTopics(names).allTopicNames().get(PATIENCE_S, TimeUnit.SECONDS);
            for (Topic topic : topics) {
                assertThat(Objects.requireNonNull(found.get(topic.name())).partitions())
                        .hasSize(topic.partitions());
                var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
                var settings = Objects.requireNonNull(
                        admin.describeConfigs(List.of(resource)).all().get().get(resource));
                topic.kafkaSettings()
                        .forEach((name, value) -> assertThat(settings.get(name).value())
                                .as("%s of %s", name, topic.name())
                                .isEqualTo(value));
            }
        }
    }

    private UndertoneConfig config(Map<String, Object> changes) {
        var overrides = new HashMap<String, Object>(Map.of(
                "kafka.bootstrap_servers", broker.bootstrapServers(),
                "postgres.url", database.url(),
                "postgres.user", EmbeddedDatabase.OWNER,
                "postgres.password", EmbeddedDatabase.OWNER,
                "audio.directory", directory.resolve("audio").toUri().toString(),
                "lake.warehouse", directory.resolve("lake").toUri().toString()));
        overrides.putAll(changes);
        return ConfigLoader.of(overrides);
    }

    private List<String> tables() throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select array_agg(table_name::text) from information_schema.tables where table_schema = 'public'")) {
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.OWNER);
    }

    private Admin admin() {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()));
    }
}
