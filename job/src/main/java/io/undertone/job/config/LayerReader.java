package io.undertone.job.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Checks a layer against the keys that exist, and resolves its references where it may hold any. */
final class LayerReader {
    private final String origin;
    private final @Nullable References references;

    /** Without references values, and so secrets, are taken literally. */
    LayerReader(String origin, @Nullable References references) {
        this.origin = origin;
        this.references = references;
    }

    ObjectNode read(ObjectNode tree) {
        return section(Key.ROOT, tree);
    }

    private ObjectNode section(Key key, JsonNode found) {
        if (!found.isObject()) {
            throw wrong(key, "a section", found);
        }
        ObjectNode section = JsonNodeFactory.instance.objectNode();
        found.properties().forEach(entry -> {
            Key child = key.child(entry.getKey());
            if (child == null) {
                throw unknown(key, entry.getKey());
            }
            section.set(entry.getKey(), node(child, entry.getValue(), key.isMap()));
        });
        return section;
    }

    private JsonNode node(Key key, JsonNode found, boolean inMap) {
        if (found.isNull() && !inMap) {
            return found; // as good as not given: whether something must be is known when all layers are merged
        }
        if (!key.isValue()) {
            return section(key, found);
        }
        if (!found.isValueNode() || found.isNull()) {
            throw wrong(key, "a value", found);
        }
        return references == null ? found : references.resolve(key.path(), found, origin);
    }

    /** Names what was found by kind only: it may be a secret that slipped a level. */
    private InvalidConfigException wrong(Key key, String expected, JsonNode found) {
        String kind = switch (found.getNodeType()) {
            case OBJECT -> "a section";
            case ARRAY -> "a list";
            case NULL, MISSING -> "nothing";
            default -> "a value";
        };
        return new InvalidConfigException("%s in %s: need %s, got %s"
                .formatted(key.path().isEmpty() ? "the configuration" : key.path(), origin, expected, kind));
    }

    private InvalidConfigException unknown(Key section, String name) {
        String path = section.path().isEmpty() ? name : section.path() + "." + name;
        String hint = Spelling.nearest(name, section.children().keySet())
                .map(nearest -> "did you mean %s?".formatted(nearest))
                .orElseGet(() ->
                        "known are " + String.join(", ", section.children().keySet()));
        return new InvalidConfigException("unknown key %s (%s) in %s".formatted(path, hint, origin));
    }
}
