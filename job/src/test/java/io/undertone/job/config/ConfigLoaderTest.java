package io.undertone.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where values come from, and which come last. */
final class ConfigLoaderTest {
    private static final String REQUIRED = """
            kafka:
              bootstrap_servers: kafka:9092
            audio:
              directory: file:///audio
            lake:
              warehouse: file:///lake
            postgres:
              url: jdbc:postgresql://db/undertone
              user: undertone
              password: ${DB_PASSWORD}
            """;

    private static final Map<String, String> PASSWORD = Map.of("DB_PASSWORD", "hush");

    @TempDir
    Path directory;

    @Test
    void a_setting_goes_over_the_environment_over_the_file_over_the_defaults() throws IOException {
        Path file = file(REQUIRED + "live:\n  parallelism: 2\n  buffer_timeout_ms: 2\n  sequencing: {reorder_ms: 2}\n");
        var environment = new HashMap<>(PASSWORD);
        environment.put("UNDERTONE_LIVE__PARALLELISM", "3");
        environment.put("UNDERTONE_LIVE__SEQUENCING__REORDER_MS", "3");
        UndertoneConfig config = ConfigLoader.load(file, environment, Map.of("live.parallelism", "4"));
        assertThat(config.live().parallelism()).isEqualTo(4);
        assertThat(config.live().sequencing().reorderMs()).isEqualTo(3);
        assertThat(config.live().bufferTimeoutMs()).isEqualTo(2);
        assertThat(config.live().checkpointIntervalMs()).isEqualTo(10_000);
    }

    @Test
    void no_file_is_needed() {
        Map<String, String> environment = variables(ConfigTree.REQUIRED);
        assertThat(ConfigLoader.load(null, environment, Map.of())).isEqualTo(ConfigLoader.of(ConfigTree.REQUIRED));
    }

    @Test
    void models_can_be_asked_about_where_no_service_is_named() {
        ModelsConfig models = ConfigLoader.loadModels(null, Map.of(), Map.of("models.gpu_memory_mb", "512"));
        assertThat(models.gpuMemoryMb()).isEqualTo(512);
        assertThat(models.directory()).isEqualTo("models");
    }

    @Test
    void a_slip_is_refused_there_too() {
        assertThatThrownBy(() -> ConfigLoader.loadModels(null, Map.of(), Map.of("models.gpu_memory_mb", "much")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("models.gpu_memory_mb");
        assertThatThrownBy(() -> ConfigLoader.loadModels(null, Map.of(), Map.of("kafka.boot_servers", "x")))
                .hasMessageContaining("boot_servers");
    }

    @Test
    void a_reference_becomes_the_variable_as_it_stands() throws IOException {
        var environment = Map.of("DB_PASSWORD", "a$1\\b${X}", "ROOM", "eu");
        Path file = file(REQUIRED.replace("file:///lake", "s3://${ROOM}-lake/${ROOM}"));
        UndertoneConfig config = ConfigLoader.load(file, environment, Map.of("postgres.user", "of-${ROOM}"));
        assertThat(config.postgres().password()).isEqualTo("a$1\\b${X}");
        assertThat(config.postgres().user()).isEqualTo("of-eu");
        assertThat(config.lake().warehouse()).isEqualTo("s3://eu-lake/eu");
    }

    @Test
    void variables_without_two_underscores_in_a_row_are_not_ours() throws IOException {
        var environment = Map.of("DB_PASSWORD", "hush", "UNDERTONE_HOME", "/opt", "OTHER__PARALLELISM", "7");
        assertThat(ConfigLoader.load(file(REQUIRED), environment, Map.of())
                        .live()
                        .parallelism())
                .isZero();
    }

    @Test
    void keys_for_other_programs_keep_their_dots() throws IOException {
        Path file = file(REQUIRED.replace(
                "kafka:\n",
                "kafka:\n  properties: {security.protocol: SSL, linger.ms: 5, enable.idempotence: true}\n"));
        UndertoneConfig config =
                ConfigLoader.load(file, PASSWORD, Map.of("kafka.properties.client.dns.lookup", "use_all_dns_ips"));
        assertThat(config.kafka().properties())
                .containsOnly(
                        Map.entry("security.protocol", "SSL"),
                        Map.entry("linger.ms", "5"),
                        Map.entry("enable.idempotence", "true"),
                        Map.entry("client.dns.lookup", "use_all_dns_ips"));
    }

    @Test
    void a_tenant_has_what_everybody_has_but_for_its_own_keys() throws IOException {
        Path file = file(REQUIRED + """
                privacy:
                  consent:
                    emotion_analysis: assumed
                tenants:
                  acme:
                    privacy:
                      consent:
                        recording: assumed
                  plain: {}
                """);
        UndertoneConfig config =
                ConfigLoader.load(file, PASSWORD, Map.of("tenants.acme.privacy.consent.voice_biometrics", "assumed"));
        var everybody = new ConsentConfig(ConsentPolicy.REQUIRED, ConsentPolicy.ASSUMED, ConsentPolicy.REQUIRED);
        var acme = new ConsentConfig(ConsentPolicy.ASSUMED, ConsentPolicy.ASSUMED, ConsentPolicy.ASSUMED);
        assertThat(config.privacyOf("acme").consent()).isEqualTo(acme);
        assertThat(config.privacyOf("plain").consent()).isEqualTo(everybody);
        assertThat(config.privacyOf("stranger").consent()).isEqualTo(everybody);
    }

    @Test
    void a_tenant_may_have_its_audio_kept_for_another_time_and_nothing_else_of_it() throws IOException {
        UndertoneConfig config = ConfigLoader.load(
                file(REQUIRED), PASSWORD, Map.of("tenants.acme.audio.retention.complete_ms", "3600000"));
        assertThat(config.retentionOf("acme")).isEqualTo(new RetentionConfig(3_600_000, 604_800_000));
        assertThat(config.retentionOf("stranger")).isEqualTo(new RetentionConfig(86_400_000, 604_800_000));
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigLoader.load(
                        file(REQUIRED), PASSWORD, Map.of("tenants.acme.audio.directory", "file:///elsewhere")))
                .withMessageContaining("unknown key tenants.acme.audio.directory");
    }

    @Test
    void a_section_left_empty_changes_nothing() throws IOException {
        UndertoneConfig config = ConfigLoader.load(file(REQUIRED + "live:\n"), PASSWORD, Map.of());
        assertThat(config).isEqualTo(ConfigLoader.load(file(REQUIRED), PASSWORD, Map.of()));
    }

    @Test
    void a_file_of_comments_is_an_empty_file() throws IOException {
        Map<String, String> environment = variables(ConfigTree.REQUIRED);
        assertThat(ConfigLoader.load(file("# nothing\n"), environment, Map.of()))
                .isEqualTo(ConfigLoader.of(ConfigTree.REQUIRED));
    }

    @Test
    void the_configuration_travels_to_the_operators() throws Exception {
        UndertoneConfig config = ConfigLoader.of(ConfigTree.REQUIRED);
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(config);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(config);
        }
    }

    @Test
    void printing_shows_no_secret_and_everything_else() {
        var overrides = new HashMap<>(ConfigTree.REQUIRED);
        overrides.put(
                "kafka.properties", Map.of("ssl.key.password", "hush", "linger.ms", "5", "sasl.jaas.config", "hush"));
        overrides.put("lake.properties", Map.of("s3.secret-access-key", "hush", "TOKEN", "hush", "credential", "hush"));
        assertThat(ConfigLoader.of(overrides).toString())
                .doesNotContain("hush")
                .contains("password=***", "ssl.key.password=***", "linger.ms=5", "kafka:9092", "user=undertone");
    }

    private static Map<String, String> variables(Map<String, Object> values) {
        var variables = new HashMap<String, String>();
        values.forEach((path, value) ->
                variables.put("UNDERTONE_" + path.toUpperCase(Locale.ROOT).replace(".", "__"), value.toString()));
        return variables;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("undertone.yaml"), content);
    }
}
