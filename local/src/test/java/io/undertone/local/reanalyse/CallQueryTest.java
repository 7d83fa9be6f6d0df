package io.undertone.local.reanalyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.undertone.udfs.call.CallId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may ask for, and what asking again can bring. */
class CallQueryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Set<String> INCOMPLETE = Set.of("PARTIAL", "FAILED");

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21T00:00:00Z",
        "2026-11-21T08:30:00+02:00, 2026-11-21T06:30:00Z",
        "90m, 2026-11-22T02:30:00Z",
        "6h, 2026-11-21T22:00:00Z",
        "2d, 2026-11-20T04:00:00Z"
    })
    void a_time_is_a_date_a_time_or_how_long_ago(String text, String expected) {
        assertThat(moment(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-31", "2026-11-21T08:30:00", "7", "-1h", "1w"})
    void any_other_time_is_refused_with_what_is_meant(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moment(text))
                .withMessageContaining("need a date such as");
    }

    @Test
    void which_calls_has_to_be_said() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallQuery(INCOMPLETE, null, null, "acme", null))
                .withMessageContaining("--since, or --call");
        assertThat(new CallQuery(INCOMPLETE, null, null, null, "c-1").call()).isEqualTo("c-1");
    }

    @Test
    void nothing_lies_between_a_time_and_one_before_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallQuery(INCOMPLETE, NOW, NOW, null, null))
                .withMessageContaining("is not before --until");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DONE", "NO_CONSENT", "partial"})
    void a_status_that_asking_again_cannot_change_is_refused(String status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallQuery(Set.of(status), NOW, null, null, null))
                .withMessageContaining("--status needs some of [COMPLETE, FAILED, LANGUAGE, NONE, PARTIAL]");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PARTIAL, TIMEOUT, COMPLETE, -",
                "FAILED, UNREACHABLE, NO_WORDS, -",
                "COMPLETE, '', PARTIAL, -",
                "COMPLETE, '', FAILED, -",
                "PARTIAL, '', PARTIAL, -",
                "PARTIAL, '', COMPLETE, the audio of the words that are missing was never stored",
                "FAILED, '', NO_WORDS, the audio of the words that are missing was never stored",
                "COMPLETE, '', COMPLETE, nothing of that is missing",
                "COMPLETE, '', LANGUAGE, nothing of that is missing",
                "NONE, '', NO_WORDS, nothing of that is missing",
                "NO_CONSENT, '', NO_WORDS, there is nothing to transcribe: NO_CONSENT",
                "NO_SPEECH, '', NO_WORDS, there is nothing to transcribe: NO_SPEECH",
                "-, '', -, an earlier release wrote it"
            })
    void asking_again_is_for_what_it_can_bring(
            @Nullable String transcript, String failure, @Nullable String analysis, @Nullable String obstacle) {
        assertThat(call(transcript, failure, analysis).obstacle(INCOMPLETE)).isEqualTo(obstacle);
    }

    @Test
    void another_transcriber_or_analyst_may_bring_more() {
        assertThat(call("NONE", "", "NO_WORDS").obstacle(Set.of("NONE"))).isNull();
        assertThat(call("COMPLETE", "", "LANGUAGE").obstacle(Set.of("LANGUAGE")))
                .isNull();
        assertThat(call("COMPLETE", "", "COMPLETE").obstacle(Set.of("COMPLETE")))
                .isNull();
    }

    @Test
    void a_call_is_named_with_how_it_stands() {
        assertThat(call("PARTIAL", "BUSY,TIMEOUT", "COMPLETE").described())
                .isEqualTo(
                        "acme c-1 of 1970-01-01T00:00:01Z, part 2, revision 3 (transcript PARTIAL BUSY, TIMEOUT, analysis COMPLETE)");
    }

    private static LatestCall call(@Nullable String transcript, String failures, @Nullable String analysis) {
        List<String> codes = failures.isEmpty()
                ? List.of()
                : Arrays.stream(failures.split(",")).toList();
        return new LatestCall(new CallId("acme", "c-1", 1_000_000, 2), 3, transcript, codes, analysis);
    }

    private static String moment(String text) {
        return Moment.parse(text, Clock.fixed(NOW, ZoneOffset.UTC)).toString();
    }
}
