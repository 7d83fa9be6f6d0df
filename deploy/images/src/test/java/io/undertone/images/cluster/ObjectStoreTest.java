package io.undertone.images.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.undertone.images.Project;
import io.undertone.job.Leg;
import io.undertone.job.access.AccessDeniedException;
import io.undertone.job.access.FileAccess;
import io.undertone.job.access.LakeAccess;
import io.undertone.job.config.LakeConfig;
import io.undertone.local.command.FileSystems;
import io.undertone.local.scenario.Results;
import io.undertone.local.scenario.Wave;
import io.undertone.local.system.EmbeddedDatabase;
import io.undertone.udfs.audio.WavReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.iceberg.aws.s3.S3FileIO;
import org.apache.iceberg.io.FileIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shipped jar with checkpoints, audio and lake on an S3-compatible store, and the lake's tables in a REST catalog. */
class ObjectStoreTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CHECKPOINTS = "s3://undertone/checkpoints/";
    /** As results name it, without what names the system itself. */
    private static final Pattern PIECE = Pattern.compile("s3://undertoneAUDIO(/[^\"]+\\.wav)");

    private static final int SLOTS = 4;

    @TempDir
    private static Path directory;

    private static EmbeddedDatabase catalog;
    private static ObjectStore store;

    @BeforeAll
    static void start() throws IOException {
        catalog = EmbeddedDatabase.start(directory.resolve("catalog"), 0);
        store = ObjectStore.start(directory.resolve("stores"), catalog.url(), catalog.user(), catalog.password());
        // What the processes of the cluster have in their environment, this JVM cannot be given there.
        System.setProperty("aws.accessKeyId", ObjectStore.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", ObjectStore.SECRET_KEY);
        System.setProperty("aws.requestChecksumCalculation", ObjectStore.WHEN_REQUIRED);
    }

    @AfterAll
    static void stop() throws IOException {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        System.clearProperty("aws.requestChecksumCalculation");
        store.close();
        catalog.close();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void calls_outlive_a_task_manager_by_a_checkpoint_on_s3_and_are_written_and_kept_there() throws Exception {
        try (var transcriber = new ListeningServer();
                var cluster =
                        StandaloneCluster.start(directory.resolve("flink"), SLOTS, store.state(), Services.SECRETS)) {
            String victim = cluster.addTaskManager();
            Places places = store.places().with("transcription: {url: \"%s\"}".formatted(transcriber.url()));
            Services services = Services.start(directory.resolve("system"), 0, places);
            await("task manager").atMost(PATIENCE).until(cluster::isComplete);
            try (var run = new Run(services, ShippedJar.upload(cluster.rest(), Project.jar()))) {
                run.start(1);
                var start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
                services.records().sendAsBacklog(List.of(new Wave(12, start)));
                for (Leg leg : Run.LEGS) {
                    await("checkpoint of " + leg)
                            .atMost(PATIENCE)
                            .until(() -> run.checkpoint(leg, "completed").startsWith(CHECKPOINTS));
                }
                cluster.addTaskManager();
                cluster.kill(victim);
                Results written = services.written(Wave.CALLS);

                assertThat(run.checkpoint(Leg.LIVE, "restored")).startsWith(CHECKPOINTS);
                assertThat(written.lake()).doesNotHaveDuplicates().anyMatch(row -> row.startsWith("utterances "));
                assertThat(written.database())
                        .as("what was heard in audio that was read from there")
                        .anyMatch(row -> row.startsWith("utterance ") && row.contains(ListeningServer.WORD));
                assertPiecesPlay(written.database(), services.config().lake());
            }
            assertWrongKeysOfTheLakeAreNamed(services.config().lake());
        }
    }

    @Test
    void wrong_keys_for_audio_are_named_with_the_bucket() throws Exception {
        Path settings = Files.createDirectories(directory.resolve("guessing"));
        Files.writeString(settings.resolve("config.yaml"), """
                s3:
                  endpoint: %s
                  endpoint.region: us-east-1
                  path.style.access: true
                  access-key: %s
                  secret-key: guessed
                """.formatted(store.endpoint(), ObjectStore.ACCESS_KEY));
        FileSystems.open(Map.of(
                "FLINK_CONF_DIR", settings.toString(),
                "FLINK_PLUGINS_DIR", Project.plugins().toString()));
        try {
            assertThatThrownBy(() -> FileAccess.require("audio.directory", "s3://undertone/audio"))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("audio.directory: the store refuses s3://undertone/audio")
                    .hasMessageContaining("s3.secret-key");
        } finally {
            FileSystem.initialize(new Configuration(), null);
        }
    }

    private static void assertWrongKeysOfTheLakeAreNamed(LakeConfig lake) {
        Map<String, String> properties = new HashMap<>(lake.properties());
        properties.put("s3.access-key-id", ObjectStore.ACCESS_KEY);
        properties.put("s3.secret-access-key", "guessed");
        var wrong = new LakeConfig(lake.catalog(), lake.uri(), lake.warehouse(), lake.namespace(), properties);
        assertThatThrownBy(() -> LakeAccess.require(wrong))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("the store at %s refuses s3://undertone/lake/".formatted(store.endpoint()))
                .hasMessageContaining("lake.properties.s3.secret-access-key");
    }

    /** Every piece that a row names lies there, and is a recording. */
    private static void assertPiecesPlay(List<String> rows, LakeConfig lake) throws IOException {
        List<String> pieces = new ArrayList<>();
        for (String row : rows) {
            PIECE.matcher(row).results().map(ObjectStoreTest::uri).forEach(pieces::add);
        }
        assertThat(pieces).isNotEmpty();
        try (FileIO files = new S3FileIO()) {
            files.initialize(lake.properties());
            for (String piece : pieces) {
                try (InputStream in = files.newInputFile(piece).newStream()) {
                    assertThat(WavReader.read(in, piece).channels()).isNotEmpty();
                }
            }
        }
    }

    private static String uri(MatchResult named) {
        return "s3://undertone/audio" + named.group(1);
    }
}
