package io.undertone.job.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.PostgresConfig;
import io.undertone.schema.Utterance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows hold what people said. When PostgreSQL refuses one, nobody may read it in a log or in the failure of the job. */
class DiscreetSinkTest {
    private static final String SAID = "my neighbour is a spy";

    @TempDir
    private Path directory;

    private Database database;

    /** What makes the database refuse a row, and what is told of it. */
    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        "ALTER TABLE utterance ADD CONSTRAINT few_words CHECK (words < 3)",
                        "SQLSTATE 23514 at table utterance, constraint few_words"),
                Arguments.of(
                        "CREATE UNIQUE INDEX said_once ON utterance (text)",
                        "SQLSTATE 23505 at table utterance, constraint said_once"),
                Arguments.of(trigger("NEW.words = NEW.text::integer;"), "SQLSTATE 22P02"),
                Arguments.of(trigger("RAISE EXCEPTION 'nobody says %', NEW.text;"), "SQLSTATE P0001"));
    }

    @BeforeEach
    void start() throws Exception {
        database = Database.start(directory.resolve("database"));
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_row_that_is_refused_is_named_by_what_refused_it_and_never_quoted(String refusal, String told)
            throws Exception {
        database.execute(refusal);
        assertThat(catchException(this::writeWithoutCare))
                .as("else this test shows nothing")
                .hasMessageContaining(SAID);
        database.execute("DELETE FROM utterance");

        try (var log = new LogCapture()) {
            Exception failure = catchException(this::runSink);

            assertThat(LogCapture.trace(failure)).contains(told).doesNotContain(SAID);
            assertThat(log.text()).contains("JDBC executeBatch error", told).doesNotContain(SAID);
        }
    }

    @Test
    void nor_does_the_log_of_a_local_server_quote_it() throws Exception {
        database.execute("ALTER TABLE utterance ADD CONSTRAINT few_words CHECK (words < 3)");

        assertThat(catchException(this::writeWithoutCare)).hasMessageContaining(SAID);

        assertThat(Files.readString(database.log())).contains("few_words").doesNotContain(SAID);
    }

    @Test
    void what_has_no_value_in_it_is_told_in_the_server_s_words() throws Exception {
        database.execute("ALTER TABLE utterance RENAME TO spoken");

        try (var log = new LogCapture()) {
            assertThat(catchException(this::runSink)).isNotNull();

            assertThat(log.text())
                    .contains("SQLSTATE 42P01: relation \"utterance\" does not exist")
                    .doesNotContain(SAID);
        }
    }

    @Test
    void rows_that_nobody_refuses_are_written() throws Exception {
        runSink();

        assertThat(database.rows("SELECT count(*), min(text) FROM utterance")).containsExactly("2|" + SAID);
    }

    private void writeWithoutCare() throws SQLException {
        database.write(utterance(1), Stores.UTTERANCE);
        database.write(utterance(2), Stores.UTTERANCE);
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
