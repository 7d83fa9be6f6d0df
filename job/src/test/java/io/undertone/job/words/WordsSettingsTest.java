package io.undertone.job.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.undertone.job.services.BreakerSettings;
import io.undertone.job.services.Patience;
import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsSettingsTest {
    private static final BreakerSettings BREAKER = new BreakerSettings(10, 1_000);
    private static final Patience PATIENCE = TranscriptionServer.patience(1_000, 1);

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
                PATIENCE,
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
    @CsvSource({"'', 1, 1", "m, 0, 1", "m, 1, 0"})
    void what_must_be_there_is(String model, int capacity, int queue) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WordsSettings(
                        "http://asr.example/v1",
                        model,
                        null,
                        Map.of(),
                        Map.of(),
                        null,
                        capacity,
                        queue,
                        PATIENCE,
                        BREAKER))
                .withMessageContaining("need a model, and at least 1 of each");
    }
}
