package io.undertone.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.schema.Call;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The queries of the lake in three dialects, as the class path has them. What they answer is tested where they run. */
final class LakeQueriesTest {

    @ParameterizedTest
    @ValueSource(strings = {"flink", "trino", "spark"})
    void the_latest_calls_have_all_columns_of_a_call(String dialect) throws IOException {
        String query = query(dialect, "latest_calls");
        String columns = query.substring(query.indexOf("SELECT") + "SELECT".length(), query.indexOf("FROM"));

        assertThat(List.of(columns.replace('`', ' ').trim().split("\\s*,\\s*", -1)))
                .isEqualTo(Call.getClassSchema().getFields().stream()
                        .map(Schema.Field::name)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"trino, latest_calls", "trino, whole_calls", "spark, latest_calls", "spark, whole_calls"})
    void the_dialects_ask_the_same(String dialect, String view) throws IOException {
        assertThat(selectOf(query(dialect, view))).isEqualTo(selectOf(query("flink", view)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flink", "trino", "spark"})
    void a_file_is_one_statement_that_names_its_view(String dialect) throws IOException {
        for (String view : List.of("latest_calls", "whole_calls")) {
            assertThat(query(dialect, view))
                    .matches("(?s)CREATE (OR REPLACE )?(TEMPORARY )?VIEW " + view + " AS\nSELECT\n[^;]*;\n");
        }
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
