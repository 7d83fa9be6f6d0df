package io.undertone.local.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;

/** Makes of a dialogue what its words and lines come to in number. */
final class CountedWords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEGIN = "<dialogue>";
    private static final String[] TOPICS = {"Invoices", "Deliveries", "Repairs"};

    private CountedWords() {}

    /** To a request for a chat completion: every field of the schema that it shall have. */
    static byte[] completion(byte[] request) throws IOException {
        JsonNode asked = JSON.readTree(request);
        String message = asked.at("/messages/1/content").asText();
        int begin = message.indexOf(BEGIN) + BEGIN.length();
        JsonNode dialogue = JSON.readTree(message.substring(begin, message.indexOf("</dialogue>")));
        int words = words(dialogue);
        ObjectNode answer = JSON.createObjectNode();
        Iterator<String> fields =
                asked.at("/response_format/json_schema/schema/properties").fieldNames();
        while (fields.hasNext()) {
            answer(answer, fields.next(), dialogue, words);
        }
        return JSON.writeValueAsBytes(completion(JSON.writeValueAsString(answer), words));
    }

    private static void answer(ObjectNode answer, String field, JsonNode dialogue, int words) {
        switch (field) {
            case "topic" -> answer.put(field, TOPICS[words % TOPICS.length]);
            case "actions" -> answer.putArray(field).add("Count %d words again.".formatted(words));
            case "roles" -> roles(answer.putArray(field), dialogue, words);
            default ->
                answer.put(
                        field,
                        "The %s of %d words in %d lines."
                                .formatted(field, words, dialogue.get("lines").size()));
        }
    }

    private static void roles(ArrayNode answer, JsonNode dialogue, int words) {
        for (JsonNode speaker : dialogue.get("unknown_speakers")) {
            answer.addObject().put("speaker", speaker.asText()).put("role", words % 2 == 0 ? "AGENT" : "CUSTOMER");
        }
    }

    private static int words(JsonNode dialogue) {
        int words = 0;
        for (JsonNode line : dialogue.get("lines")) {
            words += line.get("text").asText().split(" ", -1).length;
        }
        return words;
    }

    private static ObjectNode completion(String text, int words) {
        ObjectNode completion = JSON.createObjectNode().put("id", "chat").put("object", "chat.completion");
        completion.put("created", 0).put("model", "counter");
        ObjectNode choice =
                completion.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", text);
        completion
                .putObject("usage")
                .put("prompt_tokens", words)
                .put("completion_tokens", 7)
                .put("total_tokens", words + 7);
        return completion;
    }
}
