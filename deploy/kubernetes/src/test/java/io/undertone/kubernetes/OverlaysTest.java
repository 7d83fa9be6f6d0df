package io.undertone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertone.job.Leg;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Kubernetes and the operator take what the overlays apply, and would refuse what is wrong in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OverlaysTest {
    private final FlinkDeploymentSchema operator;

    /** Read once: it is large. */
    OverlaysTest() throws IOException {
        operator = FlinkDeploymentSchema.ofOperator();
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void the_operator_takes_every_leg(Overlay overlay) {
        assertThat(overlay.ofKind("FlinkDeployment"))
                .hasSize(Leg.values().length)
                .allSatisfy(deployment -> {
                    assertThat(deployment.path("apiVersion").asText()).isEqualTo("flink.apache.org/v1beta1");
                    assertThat(operator.violations(deployment)).isEmpty();
                });
    }

    /** Each is a slip that a pruning API server would drop in silence, or an operator refuse at run time. */
    @ParameterizedTest
    @CsvSource({
        "/spec, upgrademode, savepoint, upgrademode",
        "/spec/job, parallelism, two, parallelism",
        "/spec/job, upgradeMode, save-point, upgradeMode",
        "/spec, flinkVersion, v2_9, flinkVersion",
        "/spec/jobManager, replicas, 1.5, replicas",
        "/spec/taskManager/resource, memroy, 1g, memroy",
        "/spec/podTemplate/spec, volume, none, volume",
        "/spec/podTemplate/spec/containers/0/securityContext, readOnlyRootFileSystem, true, readOnlyRootFileSystem",
        "/spec/jobManager/podTemplate/spec/containers/0/livenessProbe, periodSeconds, often, periodSeconds"
    })
    void the_operator_would_refuse_another_field_or_type(String at, String key, String value, String named) {
        ObjectNode deployment = Overlay.named("cpu").leg(Leg.LIVE).resource();
        ((ObjectNode) deployment.at(at)).put(key, value);
        assertThat(operator.violations(deployment)).singleElement().asString().contains(named);
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void kubernetes_takes_all_else(Overlay overlay) {
        assertThat(overlay.resources())
                .filteredOn(resource -> !resource.path("kind").asText().equals("FlinkDeployment"))
                .hasSizeGreaterThan(10)
                .allSatisfy(KubernetesTypes::check);
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, undertone-transcriber, /spec, replica, 2",
        "Deployment, undertone-transcriber, /spec, replicas, some",
        "Deployment, undertone-transcriber, /spec/template/spec/containers/0/readinessProbe/httpGet, uri, /health",
        "NetworkPolicy, undertone-every-leg, /spec, policyType, Egress",
        "PodDisruptionBudget, undertone-live-jobmanagers, /spec, minimumAvailable, 1"
    })
    void kubernetes_would_refuse_another_field_or_type(String kind, String name, String at, String key, String value) {
        ObjectNode resource = Overlay.named("cpu").one(kind, name);
        ((ObjectNode) resource.at(at)).put(key, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KubernetesTypes.check(resource))
                .withMessageContaining(kind);
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void every_resource_has_a_name_of_its_own_in_the_namespace(Overlay overlay) {
        assertThat(overlay.resources())
                .extracting(resource -> resource.path("kind") + "/" + resource.at("/metadata/name"))
                .doesNotHaveDuplicates();
        assertThat(overlay.resources())
                .filteredOn(resource -> !resource.path("kind").asText().equals("Namespace"))
                .allMatch(
                        resource -> resource.at("/metadata/namespace").asText().equals("undertone"));
    }

    /** What stands in both, the common one would replace: a leg's own setting would be lost. */
    @ParameterizedTest
    @EnumSource
    void no_leg_sets_what_is_set_for_all(Leg leg) throws IOException {
        JsonNode own = Yaml.read(Overlay.kubernetes().resolve("base/%s.yaml".formatted(leg.label())))
                .get(0)
                .path("spec");
        JsonNode common = Yaml.read(Overlay.kubernetes().resolve("base/every-leg.yaml"))
                .get(0)
                .path("spec");
        assertThat(Shared.leaves(own, common)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void the_operator_merges_the_templates_of_a_pod_by_name_and_no_name_stands_twice(Overlay overlay) {
        assertThat(overlay.legs())
                .allSatisfy(leg -> assertThat(leg.settings())
                        .containsEntry("kubernetes.operator.pod-template.merge-arrays-by-name", "true"));
        assertThat(overlay.pods())
                .flatExtracting(PodTemplates::namesOfLists)
                .allSatisfy(names -> assertThat(names).doesNotHaveDuplicates());
    }

    @Test
    void what_is_not_rendered_here_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kustomization.render(Overlay.kubernetes().resolve("src/test/resources/unknown")))
                .withMessageContaining("'namePrefix' is not rendered here");
    }
}
