package io.undertone.job.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsSettingsTest {
    private static final BreakerSettings BREAKER = new BreakerSettings(50, 10, 1_000);

    @Test
    void no_key_is_ever_printed() {
        var settings = new WordsSettings(
                "https://asr.example/v1",
                "whisper",
                "secret-1",
                Map.of("api-key", "secret-2"),
                Map.of("sig", "secret-3"),
                "en",
                1,
                1,
                1,
                1,
                BREAKER);

        assertThat(settings.toString())
                .doesNotContain("secret")
                .contains("https://asr.example/v1", "whisper", "api-key", "sig");
    }

    @Test
    void they_are_shipped_to_where_the_stage_runs() throws Exception {
        WordsSettings settings = TranscriptionServer.settings("http://localhost/v1");
        assertThat(InstantiationUtil.clone(settings)).isEqualTo(settings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asr.example",
                "ftp://asr.example",
                "http:///v1",
                "http://user:secret@asr.example",
                "http://asr.example?sig=secret",
                "http://asr.example#secret"
            })
    void an_address_that_is_none_or_holds_secrets_is_refused_without_them(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TranscriptionServer.settings(url))
                .withMessageContaining("need")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("secret"));
    }

    @ParameterizedTest
    @CsvSource({"'', 1, 1, 1, 1", "m, 0, 1, 1, 1", "m, 1, 0, 1, 1", "m, 1, 1, 0, 1", "m, 1, 1, 1, 0"})
    void what_must_be_there_is(String model, int capacity, int timeout, int attempts, int backoff) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WordsSettings(
                        "http://asr.example/v1",
                        model,
                        null,
                        Map.of(),
                        Map.of(),
                        null,
                        capacity,
                        timeout,
                        attempts,
                        backoff,
                        BREAKER))
                .withMessageContaining("need a model, and at least 1 of each");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "101, 1, 1", "50, 0, 1", "50, 1, 0"})
    void a_breaker_that_cannot_work_is_refused(int percent, int requests, int openMillis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BreakerSettings(percent, requests, openMillis))
                .withMessageContaining("need 1 to 100 percent");
    }
}
