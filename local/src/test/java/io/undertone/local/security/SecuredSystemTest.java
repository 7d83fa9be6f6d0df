package io.undertone.local.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.undertone.gateway.PublishCommand;
import io.undertone.job.Leg;
import io.undertone.job.access.Access;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.migrate.DatabaseMigration;
import io.undertone.local.enroll.EnrollCommand;
import io.undertone.local.watch.WatchCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Legs and commands as users who may do what is listed of them and no more, by SASL and by certificates, over TLS throughout. */
class SecuredSystemTest {
    private static final Path VOICE =
            SecuredSystem.ROOT.resolve("gateway/src/main/resources/io/undertone/gateway/sample/agent_voice.wav");
    private static final Path CALL =
            SecuredSystem.ROOT.resolve("gateway/src/main/resources/io/undertone/gateway/sample/billing_complaint.wav");

    private static final int SECONDS = 20;

    @TempDir
    private static Path directory;

    private static SecuredSystem system;

    @BeforeAll
    static void start() throws Exception {
        system = new SecuredSystem(directory);
        system.awaitRights();
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
    }

    @Test
    void a_call_is_heard_and_written_by_users_with_the_listed_rights_alone() throws Exception {
        try (var refusals = new OverheardLog("kafka.authorizer.logger");
                var apache = new OverheardLog("org.apache");
                var ours = new OverheardLog("io.undertone")) {
            List<JobID> legs = new ArrayList<>();
            for (Leg leg : Leg.values()) {
                legs.add(system.start(leg));
            }
            assertThat(enroll()).contains("is enrolled");
            assertThat(publish()).contains("published");
            await().atMost(SecuredSystem.PATIENCE).untilAsserted(() -> {
                assertThat(legs)
                        .allSatisfy(leg -> assertThat(system.failure(leg)).isEmpty());
                assertThat(rows("call")).isPositive();
                assertThat(rows("frustration_event")).isPositive();
            });
            assertThat(watch()).isNotNull();

            assertThat(refusals.lines()).isEmpty();
            assertThat(apache.lines()).isNotEmpty().noneMatch(line -> line.contains(SecuredSystem.PASSWORD));
            assertThat(ours.lines()).noneMatch(line -> line.contains(SecuredSystem.PASSWORD));
        }
    }

    @Test
    void no_configuration_that_is_printed_shows_a_password() throws Exception {
        for (Leg leg : Leg.values()) {
            assertThat(system.config(leg).toString()).doesNotContain(SecuredSystem.PASSWORD);
        }
        assertThat(system.config(Leg.LIVE).toString()).contains("sasl.jaas.config=***");
    }

    @Test
    void the_database_is_spoken_to_over_tls() throws Exception {
        UndertoneConfig config = system.config(Leg.POST_CALL);
        try (Connection connection = DriverManager.getConnection(
                        config.postgres().url(),
                        config.postgres().user(),
                        config.postgres().password());
                Statement statement = connection.createStatement();
                ResultSet tls = statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            assertThat(tls.next() && tls.getBoolean(1)).isTrue();
        }
        assertThat(new DatabaseMigration(config.postgres()).check().ok()).isTrue();
    }

    @Test
    void a_database_that_another_authority_vouches_for_is_refused() throws Exception {
        assertThat(refusals("postgres.url", system.database.urlTrusting(system.certificates.authority("other-ca"))))
                .singleElement()
                .asString()
                .contains("database at jdbc:postgresql://localhost", "sslmode and sslrootcert in postgres.url");
    }

    @Test
    void a_wrong_password_of_the_database_is_told_of() throws Exception {
        assertThat(refusals("postgres.password", "guessed"))
                .singleElement()
                .asString()
                .contains("undertone_leg", "postgres.user and postgres.password")
                .doesNotContain("guessed");
    }

    @Test
    void a_database_without_tls_is_refused_by_the_server() throws Exception {
        assertThat(refusals("postgres.url", system.database.url() + "?sslmode=disable"))
                .singleElement()
                .asString()
                .contains("no encryption");
    }

    @Test
    void a_right_that_is_missing_in_the_database_is_named_with_its_table_and_user() throws Exception {
        system.database.execute("REVOKE UPDATE ON utterance FROM undertone_job");
        try {
            assertThat(Access.refusals(Leg.POST_CALL, system.config(Leg.POST_CALL)))
                    .singleElement()
                    .asString()
                    .contains("undertone_leg may not UPDATE table utterance, which leg post-call needs");
        } finally {
            system.database.execute("GRANT UPDATE ON utterance TO undertone_job");
        }
    }

    private static List<String> refusals(String key, String value) throws Exception {
        return Access.refusals(Leg.POST_CALL, system.config(Leg.POST_CALL.label(), Map.of(key, value)));
    }

    private static String enroll() throws Exception {
        return output(new EnrollCommand(), asUser("enroll", "--speaker=agent-7", VOICE.toString()));
    }

    /** Its first seconds are enough to raise an alert. */
    private static Path beginning() throws Exception {
        Path file = directory.resolve("beginning.wav");
        try (AudioInputStream call = AudioSystem.getAudioInputStream(CALL.toFile())) {
            long frames = (long) (SECONDS * call.getFormat().getFrameRate());
            AudioSystem.write(
                    new AudioInputStream(call, call.getFormat(), frames), AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }

    private static String publish() throws Exception {
        Path file = system.file("publish", system.broker.holder("publish"));
        return output(
                new PublishCommand(),
                List.of(
                        "--bootstrap=" + system.broker.tls(),
                        "--kafka-properties=" + file,
                        "--call=stereo=" + beginning() + ",id=secured",
                        "--speed=max"));
    }

    private static String watch() throws Exception {
        return output(new WatchCommand(), asUser("watch", "--once"));
    }

    private static List<String> asUser(String user, String... more) throws Exception {
        Path file = system.file(user, system.broker.user(user, SecuredSystem.PASSWORD));
        List<String> arguments =
                new ArrayList<>(List.of("--bootstrap=" + system.broker.sasl(), "--kafka-properties=" + file));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static String output(Callable<Integer> command, List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        assertThat(exit).as(err.toString()).isZero();
        return out.toString();
    }

    private static int rows(String table) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        system.database.url(), system.database.owner(), system.database.owner());
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
            count.next();
            return count.getInt(1);
        }
    }
}
