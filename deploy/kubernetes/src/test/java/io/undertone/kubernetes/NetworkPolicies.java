package io.undertone.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/** What the network policies of a namespace let through, as Kubernetes adds them up. */
record NetworkPolicies(Overlay overlay) {
    /** Whether pods with these labels may reach a port of anything, wherever it is. */
    boolean letOut(Map<String, String> from, int port) {
        return rules(from, "egress").filter(rule -> !rule.has("to")).anyMatch(rule -> names(rule, port));
    }

    /** Whether pods with these labels may reach others of the namespace at a port: both sides must agree. */
    boolean letThrough(Map<String, String> from, Map<String, String> to, int port) {
        return rules(from, "egress").anyMatch(rule -> names(rule, port) && hasPeer(rule, "to", to))
                && rules(to, "ingress").anyMatch(rule -> names(rule, port) && hasPeer(rule, "from", from));
    }

    /** Whether pods with these labels may ask the cluster for names, by both protocols. */
    boolean letAsk(Map<String, String> from) {
        return rules(from, "egress")
                .filter(rule -> PodTemplates.items(rule.path("to")).anyMatch(peer -> isOf("kube-system", peer)))
                .anyMatch(rule -> rule.path("ports")
                        .toString()
                        .equals("[{\"port\":53,\"protocol\":\"UDP\"},{\"port\":53,\"protocol\":\"TCP\"}]"));
    }

    /** Whether pods of another namespace may reach those with these labels at a port. */
    boolean letIn(String namespace, Map<String, String> to, int port) {
        return rules(to, "ingress")
                .filter(rule -> names(rule, port))
                .flatMap(rule -> PodTemplates.items(rule.path("from")))
                .anyMatch(peer -> isOf(namespace, peer));
    }

    /** Whether some policy covers the pods, so that what none names is refused. */
    boolean cover(Map<String, String> labels, String direction) {
        return policies(labels)
                .anyMatch(policy ->
                        PodTemplates.texts(policy.at("/spec/policyTypes")).contains(direction));
    }

    private Stream<JsonNode> rules(Map<String, String> labels, String direction) {
        return policies(labels).flatMap(policy -> PodTemplates.items(policy.at("/spec/" + direction)));
    }

    private Stream<JsonNode> policies(Map<String, String> labels) {
        return overlay.ofKind("NetworkPolicy").stream()
                .filter(policy -> selects(policy.at("/spec/podSelector"), labels))
                .map(JsonNode.class::cast);
    }

    private static boolean isOf(String namespace, JsonNode peer) {
        return peer.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                .asText()
                .equals(namespace);
    }

    private static boolean hasPeer(JsonNode rule, String side, Map<String, String> labels) {
        return PodTemplates.items(rule.path(side))
                .anyMatch(peer -> peer.has("podSelector") && selects(peer.path("podSelector"), labels));
    }

    /** A rule without ports means all of them. */
    private static boolean names(JsonNode rule, int port) {
        return !rule.has("ports")
                || PodTemplates.items(rule.path("ports"))
                        .anyMatch(item -> item.path("port").asInt() == port
                                && item.path("protocol").asText("TCP").equals("TCP"));
    }

    static boolean selects(JsonNode selector, Map<String, String> labels) {
        return selector.path("matchLabels").properties().stream()
                .allMatch(entry -> entry.getValue().asText().equals(labels.get(entry.getKey())));
    }
}
