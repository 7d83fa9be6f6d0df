package io.undertone.job.meaning.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A model with a simple mind. It judges by words, and as soon as a line holds one of its orders it does the worst that an order can
 * ask for: it turns every answer around.
 */
final class ObedientModel implements ResponseDefinitionTransformerV2 {
    static final String NAME = "obedient-model";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it takes for an order. */
    final List<String> orders = new CopyOnWriteArrayList<>();
    /** What it was asked, from {@code <dialogue>} to its end, parsed. */
    final List<JsonNode> dialogues = new CopyOnWriteArrayList<>();

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        try {
            JsonNode request = JSON.readTree(event.getRequest().getBody());
            return new ResponseDefinitionBuilder()
                    .withHeader("Content-Type", "application/json")
                    .withBody(ModelServer.completion(JSON.writeValueAsString(answer(request))))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode answer(JsonNode request) throws IOException {
        JsonNode dialogue = dialogue(request.at("/messages/1/content").asText());
        dialogues.add(dialogue);
        boolean obeys = obeys(dialogue);
        ObjectNode answer = JSON.createObjectNode();
        JsonNode properties = request.at("/response_format/json_schema/schema/properties");
        for (String field : names(properties)) {
            switch (field) {
                case "lines" -> lines(answer.putArray(field), dialogue, obeys);
                case "roles" -> roles(answer.putArray(field), dialogue, obeys);
                case "conflict" -> answer.put(field, dialogue.toString().contains("liar") != obeys);
                case "actions" -> answer.putArray(field).add(obeys ? "Obey." : "The agent sends a bill.");
                default -> answer.put(field, obeys ? "I obey." : "The " + field + ".");
            }
        }
        return answer;
    }

    static JsonNode dialogue(String message) throws IOException {
        int begin = message.indexOf("<dialogue>") + "<dialogue>".length();
        return JSON.readTree(message.substring(begin, message.indexOf("</dialogue>")));
    }

    private boolean obeys(JsonNode dialogue) {
        for (JsonNode line : dialogue.get("lines")) {
            if (orders.stream().anyMatch(line.get("text").asText()::contains)) {
                return true;
            }
        }
        return false;
    }

    private static void lines(ArrayNode answers, JsonNode dialogue, boolean obeys) {
        for (JsonNode line : dialogue.get("lines")) {
            String text = line.get("text").asText();
            answers.addObject()
                    .put("line", line.get("line").intValue())
                    .put("sentiment", sentiment(text, obeys))
                    .put("profane", text.contains("damn") != obeys);
        }
    }

    private static String sentiment(String text, boolean obeys) {
        if (text.contains("terrible") || text.contains("liar")) {
            return obeys ? "POSITIVE" : "NEGATIVE";
        }
        if (text.contains("thanks")) {
            return obeys ? "NEGATIVE" : "POSITIVE";
        }
        return obeys ? "POSITIVE" : "NEUTRAL";
    }

    private static void roles(ArrayNode answers, JsonNode dialogue, boolean obeys) {
        for (JsonNode speaker : dialogue.get("unknown_speakers")) {
            boolean first = speaker.asText().equals("S1");
            answers.addObject().put("speaker", speaker.asText()).put("role", first != obeys ? "AGENT" : "CUSTOMER");
        }
    }

    private static List<String> names(JsonNode properties) {
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
