package io.undertone.job.meaning.llm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object in a text, as far as it goes. Of one that breaks off, what is whole is kept: fields of the object and elements of
 * its lists, and never the one in which it breaks, since a number may have lost its end.
 *
 * @param cutOff whether it broke off
 * @param amidText whether something stood before or after it
 */
record SalvagedJson(ObjectNode object, boolean cutOff, boolean amidText) {
    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    /** The object that begins first; null where none does. */
    static @Nullable SalvagedJson in(String text) {
        int begin = text.indexOf('{');
        if (begin < 0) {
            return null;
        }
        boolean textBefore = !text.substring(0, begin).isBlank();
        var tree = new Tree();
        try (JsonParser parser = JSON.createParser(text.substring(begin))) {
            boolean whole = tree.read(parser);
            long end = whole ? parser.currentTokenLocation().getCharOffset() + 1 : text.length();
            boolean textAfter = whole && !text.substring(begin + (int) end).isBlank();
            return new SalvagedJson(tree.root, !whole, textBefore || textAfter);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
    }

    /** A tree in the making: a container joins the one that it is in when it is whole. */
    private static final class Tree {
        private final ObjectNode root = JsonNodeFactory.instance.objectNode();
        private final Deque<ContainerNode<?>> open = new ArrayDeque<>();
        private final Deque<String> names = new ArrayDeque<>();

        /** Whether it came to the object's end. */
        boolean read(JsonParser parser) throws IOException {
            try {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    take(token, parser);
                    if (open.isEmpty()) {
                        return true;
                    }
                }
            } catch (JsonProcessingException e) {
                // Its message quotes the text. That it broke is all there is to say.
            }
            keepListOfRoot();
            return false;
        }

        private void take(JsonToken token, JsonParser parser) throws IOException {
            switch (token) {
                case START_OBJECT -> begin(open.isEmpty() ? root : root.objectNode(), parser);
                case START_ARRAY -> begin(root.arrayNode(), parser);
                case END_OBJECT, END_ARRAY -> end();
                case FIELD_NAME -> {}
                default -> add(open.peek(), parser.currentName(), scalar(token, parser));
            }
        }

        private void begin(ContainerNode<?> container, JsonParser parser) throws IOException {
            String name = parser.currentName();
            names.push(name == null ? "" : name);
            open.push(container);
        }

        private void end() {
            ContainerNode<?> whole = open.pop();
            String name = names.pop();
            if (!open.isEmpty()) {
                add(open.peek(), name, whole);
            }
        }

        /** Elements of a list directly in the object are whole each by itself. */
        private void keepListOfRoot() {
            while (open.size() > 2) {
                open.pop();
                names.pop();
            }
            if (open.size() == 2) {
                end();
            }
        }

        private static void add(@Nullable ContainerNode<?> container, @Nullable String name, JsonNode value) {
            if (container instanceof ObjectNode object) {
                object.set(String.valueOf(name), value);
            } else if (container instanceof ArrayNode array) {
                array.add(value);
            }
        }

        private JsonNode scalar(JsonToken token, JsonParser parser) throws IOException {
            return switch (token) {
                case VALUE_STRING -> root.textNode(parser.getText());
                case VALUE_TRUE -> root.booleanNode(true);
                case VALUE_FALSE -> root.booleanNode(false);
                case VALUE_NUMBER_INT -> root.numberNode(parser.getLongValue());
                case VALUE_NUMBER_FLOAT -> root.numberNode(parser.getDoubleValue());
                default -> root.nullNode();
            };
        }
    }
}
