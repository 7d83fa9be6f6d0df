package io.undertone.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Pods as the operator makes them of the templates for both kinds and for one, its arrays merged by name. */
final class PodTemplates {
    private PodTemplates() {}

    static JsonNode merged(JsonNode common, JsonNode specific) {
        ObjectNode merged = common.deepCopy();
        merge(merged, specific);
        return merged;
    }

    private static void merge(ObjectNode into, JsonNode from) {
        from.properties().forEach(entry -> {
            JsonNode below = into.get(entry.getKey());
            JsonNode above = entry.getValue();
            if (below instanceof ObjectNode map && above.isObject()) {
                merge(map, above);
            } else if (below instanceof ArrayNode list && above.isArray()) {
                into.set(entry.getKey(), byName(list, above));
            } else {
                into.set(entry.getKey(), above.deepCopy());
            }
        });
    }

    private static ArrayNode byName(ArrayNode below, JsonNode above) {
        var named = new LinkedHashMap<String, JsonNode>();
        below.forEach(item -> named.put(item.path("name").asText(), item));
        above.forEach(item -> named.merge(item.path("name").asText(), item, PodTemplates::merged));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.addAll(named.values());
        return list;
    }

    /** All lists with names in a pod: the operator would make one of two items that share a name. */
    static List<List<String>> namesOfLists(JsonNode template) {
        var lists = new ArrayList<List<String>>();
        if (template.isArray() && template.path(0).has("name")) {
            lists.add(items(template).map(item -> item.path("name").asText()).toList());
        }
        template.forEach(child -> lists.addAll(namesOfLists(child)));
        return lists;
    }

    static JsonNode container(JsonNode pod) {
        return pod.at("/spec/containers/0");
    }

    /** What secrets give is told by where it comes from. */
    static Map<String, String> environment(JsonNode pod) {
        var environment = new LinkedHashMap<String, String>();
        for (JsonNode variable : container(pod).path("env")) {
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            environment.put(
                    variable.path("name").asText(),
                    secret.isMissingNode() ? variable.path("value").asText() : reference(secret));
        }
        return environment;
    }

    /** Names of variables that come from secrets, and their secrets. */
    static Map<String, String> secrets(JsonNode pod) {
        var secrets = new LinkedHashMap<String, String>();
        for (JsonNode variable : container(pod).path("env")) {
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            if (!secret.isMissingNode()) {
                secrets.put(variable.path("name").asText(), reference(secret));
            }
        }
        return secrets;
    }

    private static String reference(JsonNode secret) {
        return secret.path("name").asText() + "/" + secret.path("key").asText();
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return items(array).map(JsonNode::asText).toList();
    }
}
