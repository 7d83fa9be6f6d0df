package io.undertone.local.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.local.report.SampleLake;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SqlCommandTest {
    @TempDir
    private static Path directory;

    private static SampleLake lake;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void aLakeWithACall() throws Exception {
        lake = new SampleLake(directory);
        lake.addCall("billing");
    }

    @Test
    void rows_come_as_json_with_times_in_utc() {
        assertThat(sql("SELECT call_id, call_start, duration_s, agent_ids, queue_id FROM calls;"))
                .isZero();
        assertThat(out.toString().strip())
                .isEqualTo("{\"call_id\":\"billing\",\"call_start\":\"2026-03-01T10:00:00.000125Z\","
                        + "\"duration_s\":60.000125,\"agent_ids\":[],\"queue_id\":null}");
    }

    @Test
    void a_table_is_as_wide_as_what_stands_in_it() {
        assertThat(run("SELECT call_id, queue_id AS q FROM calls")).isZero();
        assertThat(out.toString().lines())
                .containsExactly("call_id   q", "───────   ────", "billing   NULL", "(1 row)");
    }

    @Test
    void structs_are_objects() {
        assertThat(sql("SELECT legs FROM calls")).isZero();
        assertThat(out.toString()).contains("\"leg_id\":\"customer\"").contains("\"utterance_count\":2");
    }

    @Test
    void the_projects_views_can_be_asked() {
        assertThat(sql("SELECT l.call_id, part_count FROM latest_calls l JOIN whole_calls w ON l.call_id = w.call_id"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().strip()).isEqualTo("{\"call_id\":\"billing\",\"part_count\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT nonsense FROM calls", "SELECT * FROM nowhere", "SELECT FROM WHERE"})
    void a_question_with_a_mistake_is_answered_with_one_line(String question) {
        assertThat(sql(question)).isEqualTo(1);
        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP TABLE calls", "insert into calls select * from calls", "DELETE FROM calls", ""})
    void what_would_write_is_wrong_use(String statement) {
        assertThat(sql(statement)).isEqualTo(2);
        assertThat(err.toString()).contains("a query begins with SELECT");
    }

    private int sql(String query) {
        return run("--format", "JSON", query);
    }

    private int run(String... ownArguments) {
        var arguments = new ArrayList<>(lake.options());
        arguments.addAll(List.of(ownArguments));
        return new CommandLine(new SqlCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
