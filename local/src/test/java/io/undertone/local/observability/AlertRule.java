package io.undertone.local.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An alert of rules.yaml. */
record AlertRule(String name, PromQl query, Map<String, String> labels, Map<String, String> annotations) {
    private static final YAMLMapper YAML = new YAMLMapper();

    static List<AlertRule> all() {
        try {
            JsonNode file = YAML.readTree(new ProjectFile("deploy/observability/rules.yaml").text());
            return each(file.get("groups"))
                    .flatMap(group -> each(group.get("rules")))
                    .map(AlertRule::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AlertRule of(JsonNode rule) {
        return new AlertRule(
                rule.get("alert").asText(),
                PromQl.parse(rule.get("expr").asText()),
                strings(rule.get("labels")),
                strings(rule.get("annotations")));
    }

    private static Map<String, String> strings(JsonNode object) {
        return Map.copyOf(YAML.convertValue(
                object, YAML.getTypeFactory().constructMapType(Map.class, String.class, String.class)));
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(Spliterators.spliterator(array.elements(), array.size(), 0), false);
    }
}
