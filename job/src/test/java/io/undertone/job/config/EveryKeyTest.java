package io.undertone.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A key without a line here fails the build: whoever adds one says what changes. */
final class EveryKeyTest {
    /** A key, another value than the default, and what the record then holds. */
    static final List<Arguments> CHANGES = List.of(
            change("kafka.bootstrap_servers", "b1:9092,[::1]:9093", "b1:9092,[::1]:9093"),
            change("kafka.group_prefix", "other", "other"),
            change("kafka.connect_timeout_ms", 500, 500),
            change("kafka.properties", Map.of("client.id", "x"), Map.of("client.id", "x")),
            change("live.parallelism", 3, 3),
            change("live.checkpoint_interval_ms", 5000, 5000L),
            change("live.buffer_timeout_ms", 1, 1L),
            change("live.lifecycle.no_media_ms", 1, 1L),
            change("live.lifecycle.ended_grace_ms", 2, 2L),
            change("live.lifecycle.streams_ended_ms", 3, 3L),
            change("live.lifecycle.hold_ms", 4, 4L),
            change("live.lifecycle.call_ms", 5, 5L),
            change("live.lifecycle.reopen_ms", 6, 6L),
            change("live.lifecycle.stall_ms", 7, 7L),
            change("live.lifecycle.backlog_ms", 8, 8L),
            change("live.lifecycle.secure_pause_padding_ms", 9, 9L),
            change("live.sequencing.reorder_ms", 100, 100),
            change("live.speech.onset", 0.75, 0.75),
            change("live.speech.offset", 0.25, 0.25),
            change("live.speech.min_speech_ms", 64, 64),
            change("live.speech.min_silence_ms", 65, 65),
            change("live.speech.pad_ms", 66, 66),
            change("live.utterances.close_after_ms", 300, 300),
            change("live.utterances.max_ms", 9000, 9000),
            change("live.utterances.piece_ms", 2000, 2000),
            change("live.vad_batch.max_rows", 8, 8),
            change("live.vad_batch.max_wait_ms", 9, 9),
            change("live.speakers.capacity", 5, 5),
            change("live.speakers.timeout_ms", 600, 600),
            change("live.speakers.voiceprint_wait_ms", 700, 700L),
            change("live.emotion.capacity", 6, 6),
            change("live.emotion.timeout_ms", 800, 800),
            change("live.alerts.delivery", "exactly_once", AlertDelivery.EXACTLY_ONCE),
            change("live.alerts.transaction_timeout_ms", 60000, 60000),
            change("voices.parallelism", 2, 2),
            change("voices.checkpoint_interval_ms", 5000, 5000L),
            change("voices.min_speech_ms", 5000, 5000),
            change("voices.max_clipped_share", 0.5, 0.5),
            change("voices.memory_ms", 1, 1L),
            change("voices.capacity", 2, 2),
            change("voices.timeout_ms", 3, 3),
            change("post_call.parallelism", 4, 4),
            change("post_call.checkpoint_interval_ms", 5000, 5000L),
            change("post_call.patience_ms", 1000, 1000L),
            change("post_call.memory_ms", 2000, 2000L),
            change("post_call.silence.std_factor", 2.5, 2.5),
            change("post_call.silence.iqr_factor", 3.5, 3.5),
            change("transcription.url", "http://asr/v1", "http://asr/v1"),
            change("transcription.model", "base", "base"),
            change("transcription.api_key", "k", "k"),
            change("transcription.headers", Map.of("x", "y"), Map.of("x", "y")),
            change("transcription.query", Map.of("q", "r"), Map.of("q", "r")),
            change("transcription.language", "de", "de"),
            change("transcription.capacity", 1, 1),
            change("transcription.queue", 2, 2),
            change("transcription.timeout_ms", 700000, 700000),
            change("transcription.request_ms", 2, 2),
            change("transcription.attempts", 3, 3),
            change("transcription.backoff_ms", 4, 4),
            change("transcription.breaker.requests", 5, 5),
            change("transcription.breaker.open_ms", 6, 6),
            change("analysis.threads", 2, 2),
            change("analysis.queue", 1, 1),
            change("analysis.timeout_ms", 70000, 70000),
            change("analysis.part_chars", 3, 3),
            change(
                    "analysis.language_model.url",
                    "http://llm/v1",
                    "http://llm/v1",
                    Map.of("analysis.language_model.model", "m")),
            change("analysis.language_model.id", "ours", "ours"),
            change("analysis.language_model.model", "m", "m"),
            change("analysis.language_model.api_key", "k", "k"),
            change("analysis.language_model.headers", Map.of("x", "y"), Map.of("x", "y")),
            change("analysis.language_model.query", Map.of("q", "r"), Map.of("q", "r")),
            change("analysis.language_model.tasks", "topic", "topic"),
            change("analysis.language_model.request_ms", 4, 4),
            change("analysis.language_model.attempts", 5, 5),
            change("analysis.language_model.backoff_ms", 6, 6),
            change("analysis.language_model.longest_backoff_ms", 40000, 40000),
            change("analysis.language_model.largest_answer_bytes", 7, 7),
            change("analysis.language_model.breaker.requests", 8, 8),
            change("analysis.language_model.breaker.open_ms", 9, 9),
            change("audio.directory", "s3://audio", "s3://audio"),
            change("audio.capacity", 1, 1),
            change("audio.threads", 2, 2),
            change("audio.attempts", 3, 3),
            change("audio.backoff_ms", 50, 50),
            change("audio.timeout_ms", 6000, 6000),
            change("audio.retention.complete_ms", 7, 7L),
            change("audio.retention.incomplete_ms", 604800001, 604800001L),
            change("lake.catalog", "rest", "rest", Map.of("lake.uri", "http://catalog")),
            change("lake.uri", "http://other", "http://other", Map.of("lake.catalog", "rest")),
            change("lake.warehouse", "s3://lake", "s3://lake"),
            change("lake.namespace", "calls_2", "calls_2"),
            change("lake.properties", Map.of("s3.endpoint", "http://s3"), Map.of("s3.endpoint", "http://s3")),
            change("postgres.url", "jdbc:postgresql://other/db", "jdbc:postgresql://other/db"),
            change("postgres.user", "someone", "someone"),
            change("postgres.password", "else", "else"),
            change("postgres.batch_rows", 1, 1),
            change("postgres.batch_ms", 2, 2),
            change("maintain.file_bytes", 2097152, 2097152L),
            change("maintain.min_files", 2, 2),
            change("maintain.snapshot_age_ms", 3600000, 3600000L),
            change("maintain.snapshots", 1, 1),
            change("maintain.orphan_age_ms", 3600001, 3600001L),
            change("maintain.rows_ms", 3600002, 3600002L),
            change("privacy.consent.recording", "assumed", ConsentPolicy.ASSUMED),
            change("privacy.consent.emotion_analysis", "assumed", ConsentPolicy.ASSUMED),
            change("privacy.consent.voice_biometrics", "assumed", ConsentPolicy.ASSUMED),
            change("privacy.emotion.beyond_customers", true, true),
            change("privacy.redaction.national_ids", "DE,US", "DE,US"),
            change("alerts.frustration.enter", 0.7, 0.7),
            change("alerts.frustration.high", 0.9, 0.9),
            change("alerts.frustration.exit", 0.3, 0.3),
            change("alerts.raised_voice.enter_db", 9, 9.0),
            change("alerts.raised_voice.exit_db", 4, 4.0),
            change("quarantine.calls", Map.of("acme|c-1", "crashes"), Map.of("acme|c-1", "crashes")),
            change("models.directory", "/models", "/models"),
            change("models.cache", "/cache", "/cache"),
            change("models.gpu", true, true),
            change("models.gpu_memory_mb", 2048, 2048),
            change("models.speaker", "other", "other"),
            change("models.emotion", "other", "other"),
            change(
                    "tenants",
                    Map.of("acme", Map.of("privacy", Map.of("consent", Map.of("recording", "assumed")))),
                    Map.of("acme", new TenantConfig(assumedRecording(), null, null, null))));

    @ParameterizedTest(name = "{0}")
    @FieldSource("CHANGES")
    void a_changed_key_is_seen_in_its_record(String path, Object value, Object seen, Map<String, Object> company) {
        var overrides = new HashMap<>(ConfigTree.REQUIRED);
        overrides.putAll(company);
        UndertoneConfig unchanged = ConfigLoader.of(ConfigTree.REQUIRED);
        overrides.put(path, value);
        UndertoneConfig changed = ConfigLoader.of(overrides);
        assertThat(ConfigTree.valueAt(changed, path)).isEqualTo(seen);
        assertThat(ConfigTree.valueAt(unchanged, path)).isNotEqualTo(seen);
    }

    @Test
    void every_key_has_its_change() {
        assertThat(CHANGES.stream().map(change -> (String) change.get()[0]))
                .containsExactlyElementsOf(ConfigTree.leaves(UndertoneConfig.class, ""));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void every_key_stands_in_the_defaults_with_a_word_on_too_low_and_too_high(String path) throws IOException {
        List<String> lines = Files.readAllLines(defaults());
        JsonNode value = new YAMLMapper().readTree(String.join("\n", lines)).at("/" + path.replace('.', '/'));
        assertThat(value.isMissingNode()).as("%s stands in the defaults", path).isFalse();
        String comment = commentOver(path, lines);
        assertThat(comment).as("comment over %s", path).isNotBlank();
        if (value.isNumber()) {
            assertThat(comment).as("comment over %s", path).contains("too low:", "too high:");
        }
    }

    static Stream<String> leaves() {
        return ConfigTree.leaves(UndertoneConfig.class, "").stream();
    }

    /** Walks down the sections in order, then up over the comment. */
    private static String commentOver(String path, List<String> lines) {
        int at = 0;
        String indent = "";
        for (String name : path.split("\\.", -1)) {
            while (!lines.get(at).startsWith(indent + name + ":")) {
                at++;
            }
            indent += "  ";
        }
        int from = at;
        while (from > 0 && lines.get(from - 1).strip().startsWith("#")) {
            from--;
        }
        return String.join(" ", lines.subList(from, at))
                .replaceAll("\\s*#\\s*", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static Path defaults() {
        return Path.of(
                System.getProperty("undertone.root"),
                "job/src/main/resources/io/undertone/job/config",
                ConfigLoader.DEFAULTS);
    }

    private static PrivacyConfig assumedRecording() {
        return new PrivacyConfig(
                new ConsentConfig(ConsentPolicy.ASSUMED, ConsentPolicy.REQUIRED, ConsentPolicy.REQUIRED),
                new OthersConfig(false),
                new RedactionConfig("US"));
    }

    private static Arguments change(String path, Object value, Object seen) {
        return change(path, value, seen, Map.of());
    }

    /** Company: what must be set beside it. */
    private static Arguments change(String path, Object value, Object seen, Map<String, Object> company) {
        return Arguments.of(path, value, seen, company);
    }
}
