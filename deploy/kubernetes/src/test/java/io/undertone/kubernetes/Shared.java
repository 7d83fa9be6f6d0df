package io.undertone.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What two trees both say. */
final class Shared {
    private Shared() {}

    /** Paths that are not maps in both; a list is a leaf. */
    static List<String> leaves(JsonNode one, JsonNode other) {
        var found = new ArrayList<String>();
        collect("", one, other, found);
        return found;
    }

    private static void collect(String path, JsonNode one, JsonNode other, List<String> found) {
        if (one.isObject() && other.isObject()) {
            one.properties().stream()
                    .filter(entry -> other.has(entry.getKey()))
                    .forEach(entry ->
                            collect(path + "/" + entry.getKey(), entry.getValue(), other.get(entry.getKey()), found));
        } else {
            found.add(path);
        }
    }
}
