package io.undertone.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and in which words. */
final class RefusalTest {
    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
            kafka.bootstrap_servers            | kafka     | kafka: need bootstrap_servers as host:port[,host:port...], got 'kafka'
            kafka.group_prefix                 | ' '       | kafka: need group_prefix, got nothing but blanks
            kafka.connect_timeout_ms           | 0         | kafka: need connect_timeout_ms >= 1, got 0
            live.parallelism                   | 721       | live: need 0 <= parallelism <= 720, got 721
            live.parallelism                   | -1        | live: need 0 <= parallelism <= 720, got -1
            live.checkpoint_interval_ms        | 9         | live: need checkpoint_interval_ms >= 10, got 9
            live.buffer_timeout_ms             | -1        | live: need buffer_timeout_ms >= 0, got -1
            live.utterances.close_after_ms     | 99        | live: need utterances.close_after_ms >= speech.min_silence_ms, got 99 and 100
            live.lifecycle.no_media_ms         | 0         | live.lifecycle: need no_media_ms >= 1, got 0
            live.lifecycle.ended_grace_ms      | -1        | live.lifecycle: need ended_grace_ms >= 0, got -1
            live.lifecycle.streams_ended_ms    | -1        | live.lifecycle: need streams_ended_ms >= 0, got -1
            live.lifecycle.hold_ms             | 0         | live.lifecycle: need hold_ms >= 1, got 0
            live.lifecycle.call_ms             | 0         | live.lifecycle: need call_ms >= 1, got 0
            live.lifecycle.reopen_ms           | -1        | live.lifecycle: need reopen_ms >= 0, got -1
            live.lifecycle.stall_ms            | 0         | live.lifecycle: need stall_ms >= 1, got 0
            live.lifecycle.backlog_ms          | 0         | live.lifecycle: need backlog_ms >= 1, got 0
            live.lifecycle.secure_pause_padding_ms | -1    | live.lifecycle: need secure_pause_padding_ms >= 0, got -1
            live.sequencing.reorder_ms         | 4001      | live.sequencing: need 0 <= reorder_ms <= 4000, got 4001
            live.speech.onset                  | 0.3       | live.speech: need 0 < offset < onset < 1, got offset=0.35 onset=0.3
            live.speech.onset                  | NaN       | live.speech: need 0 < offset < onset < 1, got offset=0.35 onset=NaN
            live.speech.min_speech_ms          | 0         | live.speech: need min_speech_ms >= 1, got 0
            live.speech.min_silence_ms         | 0         | live.speech: need min_silence_ms >= 1, got 0
            live.speech.pad_ms                 | -1        | live.speech: need pad_ms >= 0, got -1
            live.utterances.close_after_ms     | 0         | live.utterances: need close_after_ms >= 1, got 0
            live.utterances.piece_ms           | 4001      | live.utterances: need 1 <= piece_ms <= 4000, got 4001
            live.utterances.max_ms             | 2999      | live.utterances: need piece_ms <= max_ms, got 3000 and 2999
            live.vad_batch.max_rows            | 0         | live.vad_batch: need max_rows >= 1, got 0
            live.vad_batch.max_wait_ms         | 0         | live.vad_batch: need max_wait_ms >= 1, got 0
            voices.parallelism                 | 721       | voices: need 0 <= parallelism <= 720, got 721
            voices.checkpoint_interval_ms      | 9         | voices: need checkpoint_interval_ms >= 10, got 9
            voices.min_speech_ms               | 0         | voices: need min_speech_ms >= 1, got 0
            voices.max_clipped_share           | 1.1       | voices: need 0 <= max_clipped_share <= 1, got 1.1
            voices.memory_ms                   | 0         | voices: need memory_ms >= 1, got 0
            voices.capacity                    | 0         | voices: need capacity >= 1, got 0
            voices.timeout_ms                  | 0         | voices: need timeout_ms >= 1, got 0
            post_call.parallelism              | 721       | post_call: need 0 <= parallelism <= 720, got 721
            post_call.checkpoint_interval_ms   | 1         | post_call: need checkpoint_interval_ms >= 10, got 1
            post_call.patience_ms              | 0         | post_call: need patience_ms >= 1, got 0
            post_call.memory_ms                | 0         | post_call: need memory_ms >= 1, got 0
            post_call.silence.std_factor       | 0         | post_call.silence: need 0 < std_factor, got 0.0
            post_call.silence.iqr_factor       | Infinity  | post_call.silence: need 0 < iqr_factor, got Infinity
            audio.directory                    | ' '       | audio: need directory, got nothing but blanks
            audio.capacity                     | 0         | audio: need capacity >= 1, got 0
            audio.threads                      | 0         | audio: need threads >= 1, got 0
            audio.attempts                     | 0         | audio: need attempts >= 1, got 0
            audio.backoff_ms                   | -1        | audio: need backoff_ms >= 0, got -1
            audio.timeout_ms                   | 800       | audio: need timeout_ms > (attempts - 1) x backoff_ms, the least that all attempts take; got 800, 5 and 200
            lake.catalog                       | hive      | lake: need catalog directory or rest, got 'hive'
            lake.catalog                       | rest      | lake: need uri for catalog rest, got nothing
            lake.uri                           | http://c  | lake: need no uri for catalog directory, got 'http://c'
            lake.warehouse                     | ' '       | lake: need warehouse, got nothing but blanks
            lake.namespace                     | Calls     | lake: need namespace of small letters, digits and _, got 'Calls'
            postgres.url                       | db:5432   | postgres: need url to begin with jdbc:postgresql:
            postgres.url                       | jdbc:postgresql://db/u?password=x | postgres: need url without a password: it belongs into key password
            postgres.user                      | ' '       | postgres: need user, got nothing but blanks
            postgres.batch_rows                | 0         | postgres: need batch_rows >= 1, got 0
            postgres.batch_ms                  | 0         | postgres: need batch_ms >= 1, got 0
            models.directory                   | ' '       | models: need directory, got nothing but blanks
            models.speaker                     | ' '       | models: need speaker, got nothing but blanks
            models.gpu_memory_mb               | 0         | models: need gpu_memory_mb >= 1, got 0
            live.parallelism                   | many      | live.parallelism: need a whole number (int), got 'many'
            live.parallelism                   | ''        | live.parallelism: need a whole number (int), got ''
            live.parallelism                   | 1.5       | live.parallelism: need a whole number (int), got '1.5'
            live.parallelism                   | 3000000000 | live.parallelism: need a whole number (int), got '3000000000'
            live.lifecycle.call_ms             | 4h        | live.lifecycle.call_ms: need a whole number (long), got '4h'
            live.speech.onset                  | high      | live.speech.onset: need a number, got 'high'
            privacy.consent.recording          | maybe     | privacy.consent.recording: need required or assumed, got 'maybe'
            tenants.acme.privacy.consent.recording | maybe | tenants.acme.privacy.consent.recording: need required or assumed, got 'maybe'
            """)
    void an_impossible_value_is_named_with_what_was_expected(String path, String value, String message) {
        var overrides = new HashMap<>(ConfigTree.REQUIRED);
        overrides.put(path, value);
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigLoader.of(overrides))
                .withMessage(message);
    }

    @Test
    void an_unknown_key_is_named_with_its_path_and_the_nearest_key() throws IOException {
        assertRefused(
                "live:\n  lifecycle:\n    no_media_mss: 5\n",
                "unknown key live.lifecycle.no_media_mss (did you mean no_media_ms?) in %s");
        assertRefused("kafk:\n", "unknown key kafk (did you mean kafka?) in %s");
        assertRefused(
                "live:\n  vad_batch:\n    colour: red\n",
                "unknown key live.vad_batch.colour (known are max_rows, max_wait_ms) in %s");
        assertRefused(
                "tenants:\n  acme:\n    privaci: {}\n",
                "unknown key tenants.acme.privaci (did you mean privacy?) in %s");
    }

    @Test
    void an_unknown_key_is_found_in_every_layer() {
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigLoader.load(null, Map.of("UNDERTONE_LIVE__PARALELISM", "1"), Map.of()))
                .withMessage("unknown key live.paralelism (did you mean parallelism?)"
                        + " in environment variable UNDERTONE_LIVE__PARALELISM");
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigLoader.load(null, Map.of(), Map.of("live.speach.onset", "1")))
                .withMessage("unknown key live.speach (did you mean speech?) in --set live.speach.onset");
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigLoader.of(Map.of("postgres.pasword", "hush")))
                .withMessage("unknown key postgres.pasword (did you mean password?) in the overrides");
    }

    @Test
    void missing_keys_are_named_all_at_once() {
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigLoader.load(null, Map.of(), Map.of("postgres.user", "undertone")))
                .withMessage("missing kafka.bootstrap_servers, audio.directory, lake.warehouse, postgres.url,"
                        + " postgres.password: give each in the file, as a variable such as"
                        + " UNDERTONE_KAFKA__BOOTSTRAP_SERVERS or by --set kafka.bootstrap_servers=...");
    }

    @Test
    void a_default_that_the_file_empties_is_missing() throws IOException {
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigLoader.load(file("live:\n  parallelism:\n"), Map.of(), Map.of()))
                .withMessageContaining("live.parallelism, ");
    }

    @Test
    void a_secret_may_not_stand_in_a_file_or_a_setting() throws IOException {
        String message =
                "%s in %s: need ${NAME} of an environment variable, got a literal;" + " a secret must not stand there";
        assertRefused("postgres: {password: hush}\n", message.formatted("postgres.password", "%s"));
        assertRefused("postgres: {password: 'hush${X}'}\n", message.formatted("postgres.password", "%s"));
        assertRefused("postgres: {password: 1234}\n", message.formatted("postgres.password", "%s"));
        assertRefused(
                "kafka: {properties: {ssl.key.password: hush}}\n",
                message.formatted("kafka.properties.ssl.key.password", "%s"));
        assertRefused(
                "lake: {properties: {s3.secret-access-KEY: hush}}\n",
                message.formatted("lake.properties.s3.secret-access-KEY", "%s"));
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigLoader.load(null, Map.of(), Map.of("postgres.password", "hush")))
                .withMessage(message.formatted("postgres.password", "--set postgres.password"));
    }

    @Test
    void a_variable_that_is_not_set_is_named() throws IOException {
        assertRefused(
                "postgres: {password: '${DB_PASSWORD}'}\n",
                "postgres.password in %s: the environment variable DB_PASSWORD is not set");
    }

    @Test
    void a_value_in_the_place_of_a_section_is_refused_and_the_other_way_round() throws IOException {
        assertRefused("live: 3\n", "live in %s: need a section, got a value");
        assertRefused("live: [3]\n", "live in %s: need a section, got a list");
        assertRefused("live: {parallelism: {a: 1}}\n", "live.parallelism in %s: need a value, got a section");
        assertRefused("live: {parallelism: [1]}\n", "live.parallelism in %s: need a value, got a list");
        assertRefused("kafka: {properties: {a: }}\n", "kafka.properties.a in %s: need a value, got nothing");
        assertRefused("tenants: {acme: }\n", "tenants.acme in %s: need a section, got nothing");
    }

    @Test
    void a_variable_cannot_reach_into_keys_that_its_name_cannot_spell() {
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(
                        () -> ConfigLoader.load(null, Map.of("UNDERTONE_KAFKA__PROPERTIES__LINGER_MS", "5"), Map.of()))
                .withMessage(
                        "environment variable UNDERTONE_KAFKA__PROPERTIES__LINGER_MS: a variable's name cannot spell"
                                + " the keys of kafka.properties; give them in the file with ${NAME} for values");
    }

    @Test
    void what_is_no_yaml_is_refused_with_its_line_and_without_its_content() throws IOException {
        Path file = file("kafka:\n  group_prefix: a\npostgres:\n  password: 'hush\n");
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigLoader.load(file, Map.of(), Map.of()))
                .withMessageStartingWith(file + ", line ")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hush"));
        assertRefused("live: {}\nlive: {}\n", "%s, line 2: Duplicate field 'live'");
        assertRefused("just words\n", "%s: need sections with keys, got no key at all");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path file = directory.resolve("absent.yaml");
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigLoader.load(file, Map.of(), Map.of()))
                .withMessage(file + ": no such file");
    }

    private void assertRefused(String content, String message) throws IOException {
        Path file = file(content);
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigLoader.load(file, Map.of(), Map.of()))
                .withMessage(message.formatted(file));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("undertone.yaml"), content);
    }
}
