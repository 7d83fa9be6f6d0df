package io.undertone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.UndertoneConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The nightly job is a command of the tools that finds its configuration, and the stores that this names. */
final class MaintenanceTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void it_runs_the_command_with_the_configuration_that_is_mounted(Overlay overlay) {
        JsonNode container = PodTemplates.container(overlay.maintenance());
        assertThat(container.path("image").asText()).startsWith("undertone/tools:0.");
        assertThat(PodTemplates.texts(container.path("args")))
                .containsExactly("maintain", "--config", "/opt/undertone/config/undertone.yaml");
        assertThat(PodTemplates.items(container.path("volumeMounts")))
                .anyMatch(mount -> mount.path("mountPath").asText().equals("/opt/undertone/config"));
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void it_has_every_secret_and_reaches_every_store_that_the_configuration_names(Overlay overlay) throws IOException {
        Path file = Files.writeString(directory.resolve("undertone.yaml"), overlay.undertoneYaml());
        UndertoneConfig config = ConfigLoader.load(file, PodTemplates.environment(overlay.maintenance()), Map.of());
        assertThat(config.postgres().password()).isEqualTo("undertone-postgres/password");
        var network = new NetworkPolicies(overlay);
        URI store = URI.create(Objects.requireNonNull(config.lake().properties().get("s3.endpoint")));
        int database =
                URI.create(config.postgres().url().substring("jdbc:".length())).getPort();
        int catalog = URI.create(Objects.requireNonNull(config.lake().uri())).getPort();
        assertThat(network.letAsk(Pods.MAINTENANCE)).isTrue();
        assertThat(Set.of(store.getPort(), database, catalog)).allMatch(port -> network.letOut(Pods.MAINTENANCE, port));
        assertThat(network.letOut(Pods.MAINTENANCE, 25)).isFalse();
        assertThat(network.letThrough(Pods.TRANSCRIBER, Pods.MAINTENANCE, 8080)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void two_never_run_at_once(Overlay overlay) {
        assertThat(overlay.one("CronJob", "undertone-maintenance")
                        .at("/spec/concurrencyPolicy")
                        .asText())
                .isEqualTo("Forbid");
    }
}
