package io.undertone.job.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.PostgresConfig;
import io.undertone.schema.Utterance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions.JdbcConnectionOptionsBuilder;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows hold what people said. When PostgreSQL refuses one, nobody may read it in a log or in the failure of the job. */
class DiscreetSinkTest {
    private static final String SAID = "my neighbour is a spy";
    private static final String FEW_WORDS = "ALTER TABLE utterance ADD CONSTRAINT few_words CHECK (words < 3)";

    @TempDir
    private static Path directory;

    private static Database database;

    /** What makes the database refuse a row, and what is told of it. */
    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(FEW_WORDS, "SQLSTATE 23514 at table utterance, constraint few_words"),
                Arguments.of(
                        "CREATE UNIQUE INDEX said_once ON utterance (text)",
                        "SQLSTATE 23505 at table utterance, constraint said_once"),
                Arguments.of(trigger("NEW.words = NEW.text::integer;"), "SQLSTATE 22P02"),
                Arguments.of(trigger("RAISE EXCEPTION 'nobody says %', NEW.text;"), "SQLSTATE P0001"));
    }

    @BeforeAll
    static void start() throws Exception {
        database = Database.start(directory.resolve("database"));
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_row_that_is_refused_is_named_by_what_refused_it_and_never_quoted(String refusal, String told)
            throws Exception {
        assertThat(refused(refusal, database.connect()))
                .as("else this test shows nothing")
                .hasMessageContaining(SAID);

        assertThat(LogCapture.trace(refused(refusal, discreet())))
                .contains(told)
                .doesNotContain(SAID);
    }

    @Test
    void what_has_no_value_in_it_is_told_in_the_server_s_words() throws Exception {
        assertThat(refused("ALTER TABLE utterance RENAME TO spoken", discreet()))
                .hasMessageContaining("SQLSTATE 42P01: relation \"utterance\" does not exist");
    }

    @Test
    void nor_does_the_log_of_a_local_server_quote_it() throws Exception {
        int before = Files.readString(database.log()).length();
        assertThat(refused(FEW_WORDS, database.connect())).hasMessageContaining(SAID);

        assertThat(Files.readString(database.log()).substring(before))
                .contains("few_words")
                .doesNotContain(SAID);
    }

    @Test
    void neither_the_failure_of_a_leg_nor_its_log_quotes_a_row() throws Exception {
        database.execute(FEW_WORDS);
        try (var log = new LogCapture()) {
            Exception failure = catchException(this::runSink);

            assertThat(LogCapture.trace(failure))
                    .contains("constraint few_words")
                    .doesNotContain(SAID);
            assertThat(log.text())
                    .contains("JDBC executeBatch error", "constraint few_words")
                    .doesNotContain(SAID);
        } finally {
            database.execute("ALTER TABLE utterance DROP CONSTRAINT few_words");
        }
    }

    @Test
    void rows_that_nobody_refuses_are_written() throws Exception {
        runSink();

        assertThat(database.rows("SELECT count(*), min(text) FROM utterance")).containsExactly("2|" + SAID);
    }

    private static Connection discreet() throws Exception {
        PostgresConfig postgres = database.config();
        JdbcConnectionOptions options = new JdbcConnectionOptionsBuilder()
                .withUrl(postgres.url())
                .withUsername(postgres.user())
                .withPassword(postgres.password())
                .withDriverName("org.postgresql.Driver")
                .build();
        return new DiscreetConnections(options).getOrEstablishConnection();
    }

    /** How two rows fail that are written as the leg's sink writes them, once the database refuses them; nothing of it stays. */
    private static Exception refused(String refusal, Connection connection) throws SQLException {
        try (connection) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(refusal);
            }
            Exception failure = catchException(() -> write(connection));
            connection.rollback();
            return failure;
        }
    }

    private static void write(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(Stores.UTTERANCE.sql())) {
            var binder = new RowBinder<Utterance>(RowVersion.ofTheOnlyOne());
            for (int number = 1; number <= 2; number++) {
                binder.accept(statement, utterance(number));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The leg's own sink in a job that ends with its first failure. */
    private void runSink() throws Exception {
        PostgresConfig postgres = database.config();
        var config = ConfigLoader.of(Map.of(
                "kafka.bootstrap_servers", "localhost:1",
                "postgres.url", postgres.url(),
                "postgres.user", postgres.user(),
                "postgres.password", postgres.password(),
                "audio.directory", directory.toUri().toString(),
                "lake.warehouse", directory.toUri().toString()));
        var environment = StreamExecutionEnvironment.createLocalEnvironment(
                1, new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
        environment
                .fromData(new AvroTypeInfo<>(Utterance.class), utterance(1), utterance(2))
                .sinkTo(new Stores(config).<Utterance>jdbc(Stores.UTTERANCE, RowVersion.ofTheOnlyOne()));
        environment.execute();
    }

    private static Utterance utterance(int number) {
        Utterance row = Filled.row(new Utterance());
        row.setUtteranceNumber(number);
        row.setText(SAID);
        row.setWords(5);
        return row;
    }

    private static String trigger(String body) {
        return """
                CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN %s RETURN NEW; END';
                CREATE TRIGGER look BEFORE INSERT ON utterance FOR EACH ROW EXECUTE FUNCTION look()""".formatted(body.replace("'", "''"));
    }
}
