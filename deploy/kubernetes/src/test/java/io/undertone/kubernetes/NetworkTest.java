package io.undertone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertone.job.Leg;
import io.undertone.job.config.UndertoneConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pods reach what they need and nothing that another leg needs; probes ask where something answers. */
final class NetworkTest {
    private static final int KUBERNETES = 443;
    private static final int METRICS = 9249;

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void what_is_not_named_is_refused(Overlay overlay) {
        var network = new NetworkPolicies(overlay);
        assertThat(Stream.concat(
                        Stream.of(Pods.TRANSCRIBER), Stream.of(Leg.values()).map(Pods::taskManager)))
                .allMatch(labels -> network.cover(labels, "Ingress") && network.cover(labels, "Egress"))
                .noneMatch(labels -> network.letOut(labels, 25))
                .noneMatch(labels -> network.letIn("default", labels, 8081));
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void a_leg_reaches_every_service_that_the_configuration_names_for_it(Overlay overlay) throws IOException {
        var network = new NetworkPolicies(overlay);
        for (Leg leg : Leg.values()) {
            UndertoneConfig config = new LegConfiguration(overlay, leg).load(directory);
            URI kafka = URI.create("kafka://" + config.kafka().bootstrapServers());
            URI store = URI.create(
                    Objects.requireNonNull(overlay.leg(leg).settings().get("s3.endpoint")));
            for (Map<String, String> pod : Set.of(Pods.jobManager(leg), Pods.taskManager(leg))) {
                assertThat(network.letAsk(pod)).isTrue();
                assertThat(Set.of(kafka.getPort(), store.getPort(), KUBERNETES))
                        .allMatch(port -> network.letOut(pod, port));
                assertThat(Set.of(database(config), catalog(config)))
                        .allMatch(port -> network.letOut(pod, port) == (leg == Leg.POST_CALL));
                assertThat(network.letThrough(pod, Pods.TRANSCRIBER, transcriber(config)))
                        .isEqualTo(leg == Leg.POST_CALL);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void a_leg_talks_to_itself_at_every_port_and_to_no_other(Overlay overlay) {
        var network = new NetworkPolicies(overlay);
        for (Leg leg : Leg.values()) {
            for (Leg other : Leg.values()) {
                assertThat(network.letThrough(Pods.taskManager(leg), Pods.jobManager(other), 6123))
                        .isEqualTo(leg == other);
                assertThat(network.letThrough(Pods.taskManager(leg), Pods.taskManager(other), 34567))
                        .isEqualTo(leg == other);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void the_operator_sees_rest_interfaces_and_prometheus_sees_metrics(Overlay overlay) {
        var network = new NetworkPolicies(overlay);
        for (Leg leg : Leg.values()) {
            Map<String, String> jobManager = Pods.jobManager(leg);
            int rest = overlay.leg(leg).flink().get(RestOptions.PORT);
            assertThat(network.letIn("flink-operator", jobManager, rest)).isTrue();
            assertThat(network.letIn("monitoring", jobManager, rest)).isFalse();
            assertThat(network.letIn("monitoring", jobManager, METRICS)).isTrue();
            assertThat(network.letIn("monitoring", Pods.taskManager(leg), METRICS))
                    .isTrue();
        }
        assertThat(network.letIn("monitoring", Pods.TRANSCRIBER, 8000)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void metrics_are_served_where_annotation_and_container_say(Overlay overlay) {
        assertThat(overlay.legs()).allSatisfy(leg -> {
            assertThat(leg.settings()).containsEntry("metrics.reporter.prom.port", Integer.toString(METRICS));
            assertThat(leg.pods()).allSatisfy(pod -> {
                assertThat(pod.at("/metadata/annotations/prometheus.io~1port").asInt())
                        .isEqualTo(METRICS);
                assertThat(PodTemplates.container(pod)
                                .at("/ports/0/containerPort")
                                .asInt())
                        .isEqualTo(METRICS);
            });
        });
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void probes_ask_at_ports_that_flink_serves(Overlay overlay) {
        assertThat(overlay.legs()).allSatisfy(leg -> {
            Configuration flink = leg.flink();
            assertThat(probed(leg.jobManager())).containsExactly(flink.get(RestOptions.PORT));
            assertThat(probed(leg.taskManager()))
                    .containsExactly(Integer.parseInt(flink.get(TaskManagerOptions.RPC_PORT)));
            assertThat(Set.of(
                            flink.get(RestOptions.PORT),
                            flink.get(JobManagerOptions.PORT),
                            Integer.parseInt(flink.get(BlobServerOptions.PORT)),
                            METRICS))
                    .hasSize(4);
        });
    }

    private static Set<Integer> probed(JsonNode pod) {
        return Set.copyOf(Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                .map(probe -> PodTemplates.container(pod).path(probe))
                .map(probe -> probe.path(probe.has("httpGet") ? "httpGet" : "tcpSocket")
                        .path("port")
                        .asInt())
                .toList());
    }

    private static int database(UndertoneConfig config) {
        return URI.create(config.postgres().url().substring("jdbc:".length())).getPort();
    }

    private static int catalog(UndertoneConfig config) {
        return URI.create(Objects.requireNonNull(config.lake().uri())).getPort();
    }

    private static int transcriber(UndertoneConfig config) {
        return URI.create(Objects.requireNonNull(config.transcription().url())).getPort();
    }
}
