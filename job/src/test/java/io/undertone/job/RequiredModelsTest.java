package io.undertone.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.UndertoneConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The post-call leg does not start without what its analyst needs. */
final class RequiredModelsTest {
    private static final String FETCHED =
            Path.of(System.getProperty("undertone.root", ".."), "models/.cache").toString();

    @TempDir
    private Path empty;

    @Test
    void lexicons_that_are_missing_are_named_with_their_hash() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> require(config(empty.toString(), Map.of())))
                .withMessageContaining("vader_lexicon.txt can't be read")
                .withMessageContaining("expected SHA-256 1ec9c6e9");
    }

    @Test
    void lexicons_that_are_there_are_enough() {
        assertThatCode(() -> require(config(FETCHED, Map.of()))).doesNotThrowAnyException();
    }

    @Test
    void a_language_model_that_is_asked_everything_needs_none() {
        assertThatCode(() -> require(config(empty.toString(), model(Map.of())))).doesNotThrowAnyException();
    }

    @Test
    void what_a_language_model_is_not_asked_needs_them() {
        Map<String, Object> some = model(Map.of("analysis.language_model.tasks", "topic"));
        assertThatIllegalArgumentException().isThrownBy(() -> require(config(empty.toString(), some)));
    }

    private static void require(UndertoneConfig config) {
        Legs.requireModels(Leg.POST_CALL, config);
    }

    private static Map<String, Object> model(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("analysis.language_model.url", "http://llm/v1");
        settings.put("analysis.language_model.model", "m");
        return settings;
    }

    private static UndertoneConfig config(String cache, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("kafka.bootstrap_servers", "kafka:9092");
        settings.put("audio.directory", "file:///audio");
        settings.put("lake.warehouse", "file:///lake");
        settings.put("postgres.url", "jdbc:postgresql://db/undertone");
        settings.put("postgres.user", "undertone");
        settings.put("postgres.password", "hush");
        settings.put("models.cache", cache);
        return ConfigLoader.of(settings);
    }
}
