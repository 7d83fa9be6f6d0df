package io.undertone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertone.checks.TranscriberSettings;
import io.undertone.job.Leg;
import io.undertone.job.config.UndertoneConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The post-call leg finds the transcriber, which is started as its own settings say. */
final class TranscriberTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void the_service_that_the_configuration_names_leads_to_it(Overlay overlay) throws IOException {
        UndertoneConfig config = new LegConfiguration(overlay, Leg.POST_CALL).load(directory);
        URI address = URI.create(Objects.requireNonNull(config.transcription().url()));
        JsonNode service = overlay.one("Service", address.getHost());
        assertThat(service.at("/spec/ports/0/port").asInt()).isEqualTo(address.getPort());
        assertThat(service.at("/spec/selector/app"))
                .isEqualTo(overlay.transcriber().at("/metadata/labels/app"));
        assertThat(service.at("/spec/ports/0/targetPort"))
                .isEqualTo(container(overlay).at("/ports/0/name"));
        assertThat(container(overlay).at("/ports/0/containerPort").asText())
                .isEqualTo(environment(overlay).get("TRANSCRIBER_PORT"));
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void both_have_the_same_key_or_none(Overlay overlay) throws IOException {
        UndertoneConfig config = new LegConfiguration(overlay, Leg.POST_CALL).load(directory);
        assertThat(config.transcription().apiKey())
                .isEqualTo(environment(overlay).get("TRANSCRIBER_API_KEY"));
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void every_variable_is_a_setting_of_the_service(Overlay overlay) throws IOException {
        Set<String> known = TranscriberSettings.variables(Overlay.kubernetes().resolve("../.."));
        assertThat(known).contains("TRANSCRIBER_PORT", "TRANSCRIBER_API_KEY").hasSizeGreaterThan(15);
        assertThat(known).containsAll(environment(overlay).keySet());
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void it_has_a_thread_for_each_core_and_time_to_finish(Overlay overlay) {
        Map<String, String> environment = environment(overlay);
        assertThat(environment.get("TRANSCRIBER_THREADS"))
                .isEqualTo(container(overlay).at("/resources/limits/cpu").asText());
        assertThat(overlay.transcriber()
                        .at("/spec/terminationGracePeriodSeconds")
                        .asInt())
                .isGreaterThan(Integer.parseInt(environment.getOrDefault("TRANSCRIBER_GRACE_S", "30")));
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void it_is_probed_where_it_tells_its_health(Overlay overlay) {
        assertThat(Stream.of("startupProbe", "readinessProbe", "livenessProbe")).allSatisfy(probe -> {
            JsonNode asked = container(overlay).path(probe).path("httpGet");
            assertThat(asked.path("path").asText()).isEqualTo("/health");
            assertThat(asked.path("port")).isEqualTo(container(overlay).at("/ports/0/name"));
        });
    }

    private static JsonNode container(Overlay overlay) {
        return PodTemplates.container(overlay.transcriber());
    }

    private static Map<String, String> environment(Overlay overlay) {
        return PodTemplates.environment(overlay.transcriber());
    }
}
