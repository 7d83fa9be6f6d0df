package io.undertone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertone.job.Leg;
import io.undertone.job.Settings;
import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.InvalidConfigException;
import io.undertone.job.config.UndertoneConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.aws.AwsClientProperties;
import org.apache.iceberg.aws.s3.S3FileIOProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The job reads the configuration that is mounted, with the secrets that it is given, and it agrees with the manifests. */
final class ConfigurationTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void every_leg_loads_it_and_its_values_go_together(Overlay overlay) throws IOException {
        for (Leg leg : Leg.values()) {
            UndertoneConfig config = new LegConfiguration(overlay, leg).load(directory);
            assertThat(Settings.live(config)).isNotNull();
            assertThat(Settings.voices(config)).isNotNull();
            assertThat(Settings.postCall(config)).isNotNull();
            assertThat(config.models().gpu()).isEqualTo(overlay.toString().equals("gpu") && leg == Leg.LIVE);
        }
    }

    @Test
    void without_a_secret_the_job_does_not_start() throws IOException {
        Path file = Files.writeString(
                directory.resolve("undertone.yaml"), Overlay.named("cpu").undertoneYaml());
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigLoader.load(file, Map.of(), Map.of()))
                .withMessageContaining("is not set");
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void a_job_manager_has_the_variables_that_the_configuration_names_and_no_other_secret(Overlay overlay) {
        Set<String> named = VARIABLE.matcher(overlay.undertoneYaml())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Leg leg : Leg.values()) {
            JsonNode pod = overlay.leg(leg).jobManager();
            assertThat(PodTemplates.environment(pod)).containsKeys(named.toArray(String[]::new));
            assertThat(PodTemplates.secrets(pod).keySet())
                    .filteredOn(variable -> !variable.startsWith("AWS_"))
                    .isSubsetOf(named);
            assertThat(PodTemplates.secrets(overlay.leg(leg).taskManager()))
                    .containsOnlyKeys("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
        }
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#production")
    void each_leg_has_its_own_user_of_kafka_and_only_post_call_the_password_of_the_database(Overlay overlay) {
        assertThat(secrets(overlay, Leg.LIVE)).containsEntry("KAFKA_JAAS_CONFIG", "undertone-kafka/live");
        assertThat(secrets(overlay, Leg.VOICES)).containsEntry("KAFKA_JAAS_CONFIG", "undertone-kafka/voices");
        assertThat(secrets(overlay, Leg.POST_CALL))
                .containsEntry("KAFKA_JAAS_CONFIG", "undertone-kafka/post-call")
                .containsEntry("POSTGRES_PASSWORD", "undertone-postgres/password")
                .containsEntry("TRANSCRIBER_API_KEY", "undertone-transcriber/api-key");
        assertThat(secrets(overlay, Leg.LIVE)).doesNotContainKeys("POSTGRES_PASSWORD", "TRANSCRIBER_API_KEY");
        assertThat(secrets(overlay, Leg.VOICES)).doesNotContainKeys("POSTGRES_PASSWORD", "TRANSCRIBER_API_KEY");
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void audio_lake_and_state_are_in_one_bucket_of_one_store(Overlay overlay) throws IOException {
        for (Leg leg : Leg.values()) {
            UndertoneConfig config = new LegConfiguration(overlay, leg).load(directory);
            Map<String, String> flink = overlay.leg(leg).settings();
            assertThat(Set.of(
                            config.audio().directory(),
                            config.lake().warehouse(),
                            flink.get("execution.checkpointing.dir"),
                            flink.get("execution.checkpointing.savepoint-dir"),
                            flink.get("high-availability.storageDir")))
                    .hasSize(5)
                    .extracting(uri -> URI.create(uri).getHost())
                    .containsOnly("undertone");
            assertThat(config.lake().properties())
                    .containsEntry(S3FileIOProperties.ENDPOINT, flink.get("s3.endpoint"))
                    .containsEntry(S3FileIOProperties.PATH_STYLE_ACCESS, flink.get("s3.path.style.access"))
                    .containsEntry(AwsClientProperties.CLIENT_REGION, flink.get("s3.endpoint.region"))
                    .containsEntry(CatalogProperties.FILE_IO_IMPL, "org.apache.iceberg.aws.s3.S3FileIO")
                    .hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void files_that_it_names_are_mounted_or_in_the_image(Overlay overlay) throws IOException {
        UndertoneConfig config = new LegConfiguration(overlay, Leg.POST_CALL).load(directory);
        assertThat(config.models().directory()).isEqualTo("/opt/undertone/models");
        assertThat(config.models().cache()).isEqualTo("/opt/undertone/models/.cache");
        boolean namesAuthority = overlay.undertoneYaml().contains("/opt/undertone/ca/ca.crt");
        assertThat(namesAuthority).isEqualTo(config.kafka().properties().containsValue("SASL_SSL"));
        assertThat(overlay.legs().flatMap(LegManifest::pods))
                .allMatch(pod -> PodTemplates.items(PodTemplates.container(pod).path("volumeMounts"))
                        .anyMatch(mount -> mount.path("mountPath").asText().equals("/opt/undertone/ca")));
    }

    private static Map<String, String> secrets(Overlay overlay, Leg leg) {
        return PodTemplates.secrets(overlay.leg(leg).jobManager());
    }
}
