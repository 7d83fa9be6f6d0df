package io.undertone.job.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values from one place, and that place's name for messages. Whether their keys exist is not known yet. */
record Layer(String origin, ObjectNode tree) {
    private static final String PREFIX = "UNDERTONE_";
    private static final String BETWEEN_LEVELS = "__";

    /** Every value lies at least one level deep: a variable without a double underscore is not ours. */
    static boolean isOurs(String variable) {
        return variable.startsWith(PREFIX) && variable.contains(BETWEEN_LEVELS);
    }

    static Layer ofVariable(String variable, String value) {
        String origin = "environment variable " + variable;
        String path = variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        List<String> names = List.of(path.split(BETWEEN_LEVELS, -1));
        Key key = Key.ROOT;
        for (String name : names) {
            if (key == null || key.isValue()) {
                break;
            }
            if (key.isMap()) {
                throw new InvalidConfigException(
                        "%s: a variable's name cannot spell the keys of %s; give them in the file with ${NAME} for values"
                                .formatted(origin, key.path()));
            }
            key = key.child(name);
        }
        return new Layer(origin, nested(names, JsonNodeFactory.instance.textNode(value)));
    }

    /** A value at a path with dots, such as {@code live.speech.onset}. */
    static Layer ofPath(String origin, String path, JsonNode value) {
        return new Layer(origin, nested(names(path), value));
    }

    /** Splits at dots, but for the keys that go to another program as they stand: those have dots of their own. */
    private static List<String> names(String path) {
        var names = new ArrayList<String>();
        String rest = path;
        @Nullable Key key = Key.ROOT;
        int dot = rest.indexOf('.');
        while (dot >= 0 && !(key != null && key.isMapOfValues())) {
            String name = rest.substring(0, dot);
            names.add(name);
            key = key == null || key.isValue() ? null : key.child(name);
            rest = rest.substring(dot + 1);
            dot = rest.indexOf('.');
        }
        names.add(rest);
        return names;
    }

    private static ObjectNode nested(List<String> names, JsonNode value) {
        JsonNode tree = value;
        for (int i = names.size() - 1; i >= 0; i--) {
            ObjectNode parent = JsonNodeFactory.instance.objectNode();
            parent.set(names.get(i), tree);
            tree = parent;
        }
        return (ObjectNode) tree;
    }
}
