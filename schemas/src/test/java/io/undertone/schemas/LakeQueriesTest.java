package io.undertone.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.schema.AlertEvent;
import io.undertone.schema.Call;
import io.undertone.schema.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queries of the lake in three dialects, as the class path has them. What they answer is tested where they run. */
final class LakeQueriesTest {
    private static final List<String> VIEWS =
            List.of("latest_alerts", "latest_calls", "latest_utterances", "whole_calls");

    @ParameterizedTest
    @ValueSource(strings = {"flink", "trino", "spark"})
    void the_latest_of_a_table_have_all_columns_of_its_row(String dialect) throws IOException {
        assertThat(columns(query(dialect, "latest_calls"))).isEqualTo(fields(Call.getClassSchema()));
        assertThat(columns(query(dialect, "latest_alerts"))).isEqualTo(fields(AlertEvent.getClassSchema()));
        assertThat(columns(query(dialect, "latest_utterances"))).isEqualTo(fields(Utterance.getClassSchema()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trino", "spark"})
    void the_dialects_ask_the_same(String dialect) throws IOException {
        for (String view : VIEWS) {
            assertThat(selectOf(query(dialect, view))).isEqualTo(selectOf(query("flink", view)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"flink", "trino", "spark"})
    void a_file_is_one_statement_that_names_its_view(String dialect) throws IOException {
        for (String view : VIEWS) {
            assertThat(query(dialect, view))
                    .matches("(?s)CREATE (OR REPLACE )?(TEMPORARY )?VIEW " + view + " AS\nSELECT\n[^;]*;\n");
        }
    }

    private static List<String> columns(String query) {
        String columns = query.substring(query.indexOf("SELECT") + "SELECT".length(), query.indexOf("FROM"));
        return List.of(columns.replace('`', ' ').trim().split("\\s*,\\s*", -1));
    }

    private static List<String> fields(Schema row) {
        return row.getFields().stream().map(Schema.Field::name).toList();
    }

    private static String selectOf(String query) {
        Matcher select = Pattern.compile("(?s)SELECT.*").matcher(query);
        assertThat(select.find()).isTrue();
        return select.group().replace("`", "");
    }

    /** The statement without the comments at its head. */
    private static String query(String dialect, String view) throws IOException {
        String resource = "lake/%s/%s.sql".formatted(dialect, view);
        try (InputStream in = Objects.requireNonNull(LakeQueriesTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\n", "");
        }
    }
}
