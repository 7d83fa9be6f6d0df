package io.undertone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pod keeps the strictest of Kubernetes' pod security standards, which its namespace enforces, and a little more. */
final class PodSecurityTest {
    private static final Set<String> HARMLESS_VOLUMES = Set.of("configMap", "emptyDir", "secret");

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void every_pod_is_restricted(Overlay overlay) {
        assertThat(overlay.one("Namespace", "undertone").at("/metadata/labels/pod-security.kubernetes.io~1enforce"))
                .hasToString("\"restricted\"");
        assertThat(overlay.pods())
                .hasSize(8)
                .allSatisfy(pod -> assertThat(violations(pod)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "/spec/securityContext, runAsNonRoot",
        "/spec/securityContext/seccompProfile, type",
        "/spec/containers/0/securityContext, allowPrivilegeEscalation",
        "/spec/containers/0/securityContext, readOnlyRootFilesystem",
        "/spec/containers/0/securityContext, capabilities"
    })
    void a_pod_that_leaves_one_out_is_found(String at, String key) {
        Overlay overlay = Overlay.named("cpu");
        overlay.pods().forEach(pod -> {
            ((ObjectNode) pod.at(at)).remove(key);
            assertThat(violations(pod)).singleElement().asString().contains(key);
        });
    }

    /** The root of the file system is read-only, so whatever is written to must be a volume. */
    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void what_is_written_to_is_a_volume(Overlay overlay) {
        assertThat(overlay.legs().flatMap(LegManifest::pods))
                .allSatisfy(pod -> assertThat(writable(pod))
                        .containsExactlyInAnyOrder("/tmp", "/opt/flink/log", "/opt/undertone/models/.cache/placed"));
        assertThat(writable(overlay.transcriber())).containsExactly("/tmp");
        assertThat(writable(overlay.maintenance())).containsExactly("/tmp");
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void every_volume_is_mounted_and_every_mount_has_its_volume(Overlay overlay) {
        assertThat(overlay.pods())
                .allSatisfy(pod -> assertThat(names(pod.at("/spec/volumes")))
                        .containsExactlyInAnyOrderElementsOf(
                                names(PodTemplates.container(pod).path("volumeMounts"))));
    }

    private static List<String> violations(JsonNode pod) {
        var expected = Map.of(
                "/spec/securityContext/runAsNonRoot", "true",
                "/spec/securityContext/seccompProfile/type", "RuntimeDefault",
                "/spec/containers/0/securityContext/allowPrivilegeEscalation", "false",
                "/spec/containers/0/securityContext/readOnlyRootFilesystem", "true",
                "/spec/containers/0/securityContext/capabilities", "{\"drop\":[\"ALL\"]}",
                "/spec/containers/1", "",
                "/spec/hostNetwork", "");
        var found = expected.entrySet().stream()
                .filter(entry -> !text(pod.at(entry.getKey())).equals(entry.getValue()))
                .map(Map.Entry::getKey);
        var volumes = PodTemplates.items(pod.at("/spec/volumes"))
                .filter(volume -> HARMLESS_VOLUMES.stream().noneMatch(volume::has))
                .map(JsonNode::toString);
        return Stream.concat(found, volumes).toList();
    }

    private static String text(JsonNode node) {
        return node.isContainerNode() ? node.toString() : node.asText();
    }

    private static List<String> writable(JsonNode pod) {
        return PodTemplates.items(PodTemplates.container(pod).path("volumeMounts"))
                .filter(mount -> !mount.path("readOnly").asBoolean())
                .map(mount -> mount.path("mountPath").asText())
                .toList();
    }

    private static List<String> names(JsonNode list) {
        return PodTemplates.items(list).map(item -> item.path("name").asText()).toList();
    }
}
