package io.undertone.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.local.report.SampleLake;
import io.undertone.local.sql.SqlCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class SampleQueriesTest {
    @TempDir
    private static Path directory;

    private static SampleLake lake;

    @BeforeAll
    static void aLakeWithACall() throws Exception {
        lake = new SampleLake(directory);
        lake.addCall("billing");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void each_query_that_a_run_suggests_has_an_answer(String query) {
        var out = new StringWriter();
        var arguments = new ArrayList<>(lake.options());
        arguments.addAll(List.of("--format", "JSON", query));
        int exit = new CommandLine(new SqlCommand())
                .setOut(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
        assertThat(exit).isZero();
        assertThat(out.toString().lines()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void each_query_survives_the_double_quotes_of_a_shell(String query) {
        assertThat(query).doesNotContain("\"", "`", "$", "\\", "!");
    }

    static List<String> queries() {
        return SampleQueries.ALL;
    }
}
