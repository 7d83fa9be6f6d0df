package io.undertone.local.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.local.report.SampleLake;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code docs/queries.sql} answers of {@link FiveCalls}. */
class AnalystQueriesTest {
    @TempDir
    private static Path directory;

    private static final Map<Integer, List<String>> ANSWERS = new HashMap<>();

    @BeforeAll
    static void ask_everything_of_five_calls() throws Exception {
        var lake = new SampleLake(directory);
        FiveCalls.addTo(lake);
        ANSWERS.putAll(AnalystQueries.answers(lake.config()));
    }

    @Test
    void there_are_ten_questions() {
        assertThat(ANSWERS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 10).boxed().toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '@', textBlock = """
            1 | {"transcript_status":"COMPLETE","analysis_status":"COMPLETE","calls":3,"percent_of_calls":60.0}
            2 | {"queue_id":"claims","calls":1,"sentiment":0.0,"shift":1.5}
            3 | {"queue_id":"billing","calls":2,"alerts_per_100_calls":100.0,"high_per_100_calls":50.0}
            4 | {"alerted":true,"calls":2,"percent_in_conflict":50.0}
            5 | {"call_id":"broken","begin_s":3.0,"silence_s":20.0,"queue_id":"claims","topic":null}
            6 | {"topic":"Refund","calls":2,"minutes":2.5,"sentiment":-1.0,"conflicts":1}
            7 | {"sounded":"NEGATIVE","said":"NEGATIVE","utterances":2,"seconds":5.0}
            8 | {"agent_id":"bob","calls":3,"words_per_minute":160.0,"interruptions_per_minute":3.0,"customer_shift":2.0}
            9 | {"failure":"BUSY","calls":1,"minutes":0.5,"since":"2026-03-01T10:00:00.000125Z"}
            10 | {"role":"CUSTOMER","kind":"CARD","places":2,"calls":1}
            """)
    void the_first_row_of_an_answer_is_right(int number, String row) {
        assertThat(ANSWERS.get(number)).first().isEqualTo(row);
    }

    @Test
    void an_analysis_that_was_made_anew_does_not_count() {
        assertThat(ANSWERS.get(5)).hasSize(2).noneMatch(silence -> silence.contains("99"));
        assertThat(ANSWERS.get(6)).hasSize(2).noneMatch(topic -> topic.contains("Nonsense"));
        assertThat(ANSWERS.get(7)).hasSize(2).noneMatch(tone -> tone.contains("POSITIVE"));
    }
}
