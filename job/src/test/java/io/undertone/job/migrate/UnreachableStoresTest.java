package io.undertone.job.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.UndertoneConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing but a directory is there. */
final class UnreachableStoresTest {
    @TempDir
    Path directory;

    private String broker;
    private String database;

    @BeforeEach
    void find_addresses_where_nobody_listens() throws IOException {
        broker = "localhost:" + unusedPort();
        database = "jdbc:postgresql://localhost:%d/undertone".formatted(unusedPort());
    }

    @Test
    void each_store_that_does_not_answer_is_named_and_the_others_are_migrated() {
        Summary summary = Migration.run(config(Map.of()));
        assertThat(summary.problems()).hasSize(2);
        assertThat(summary.problems().get(0))
                .isEqualTo("Kafka at %s: no broker answered within 500 ms".formatted(broker));
        assertThat(summary.problems().get(1))
                .startsWith("database at %s: ".formatted(database))
                .containsOnlyOnce("refused")
                .doesNotContain("hush", "\n");
        assertThat(summary.notes()).hasSize(6).allMatch(note -> note.matches("table undertone\\.\\w+ created"));
    }

    @Test
    @Timeout(10) // seconds; Kafka's own limit is 60
    void a_broker_that_accepts_but_does_not_answer_is_given_up_in_time() throws IOException {
        try (var mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "localhost:" + mute.getLocalPort();
            Summary summary = new TopicMigration(
                            config(Map.of("kafka.bootstrap_servers", address)).kafka(), (short) 1)
                    .check();
            assertThat(summary.problems())
                    .containsExactly("Kafka at %s: no broker answered within 500 ms".formatted(address));
        }
    }

    @Test
    void a_broker_whose_name_nobody_knows_is_named() {
        UndertoneConfig config = config(Map.of("kafka.bootstrap_servers", "no-such-host.invalid:9092"));
        assertThat(new TopicMigration(config.kafka(), (short) 1).check().problems())
                .singleElement()
                .asString()
                .startsWith("Kafka at no-such-host.invalid:9092: ");
    }

    @Test
    void a_memory_shorter_than_a_replay_is_a_problem() {
        assertThat(Migration.check(config(Map.of("post_call.memory_ms", 89_999_999)))
                        .problems())
                .contains(
                        "post_call.memory_ms is 89999999, expected at least 90000000: call-media is kept for so long");
        assertThat(Migration.check(config(Map.of())).problems()).noneMatch(problem -> problem.contains("memory_ms"));
    }

    private UndertoneConfig config(Map<String, Object> changes) {
        var overrides = new HashMap<String, Object>(Map.of(
                "kafka.bootstrap_servers",
                broker,
                "kafka.connect_timeout_ms",
                500,
                "postgres.url",
                database,
                "postgres.user",
                "undertone",
                "postgres.password",
                "hush",
                "audio.directory",
                directory.toUri().toString(),
                "lake.warehouse",
                directory.resolve("lake").toUri().toString()));
        overrides.putAll(changes);
        return ConfigLoader.of(overrides);
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
