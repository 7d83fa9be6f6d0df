package io.undertone.job.meaning.llm;

import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNullSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.undertone.udfs.meaning.MeaningTask;
import io.undertone.udfs.meaning.Sentiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The form of an answer that the endpoint is to enforce: what was asked, all of it, and nothing else. */
final class AnswerSchema {
    /** Last, so that an answer that breaks off has said the rest. */
    static final String LINES = "lines";

    private static final String NAME = "call_analysis";

    private AnswerSchema() {}

    static JsonSchema of(Question question) {
        JsonObjectSchema.Builder root = JsonObjectSchema.builder().additionalProperties(false);
        List<String> required = new ArrayList<>();
        for (MeaningTask task : question.tasks()) {
            if (task != MeaningTask.SENTIMENT && task != MeaningTask.PROFANITY) {
                root.addProperty(field(task), element(task));
                required.add(field(task));
            }
        }
        if (question.asksAboutLines()) {
            root.addProperty(LINES, lines(question));
            required.add(LINES);
        }
        return JsonSchema.builder()
                .name(NAME)
                .rootElement(root.required(required).build())
                .build();
    }

    static String field(MeaningTask task) {
        return task.name().toLowerCase(Locale.ROOT);
    }

    private static JsonSchemaElement element(MeaningTask task) {
        return switch (task) {
            case CONFLICT -> new JsonBooleanSchema();
            case ISSUE, OUTCOME ->
                JsonAnyOfSchema.builder()
                        .anyOf(new JsonStringSchema(), new JsonNullSchema())
                        .build();
            case ACTIONS ->
                JsonArraySchema.builder().items(new JsonStringSchema()).build();
            case ROLES -> JsonArraySchema.builder().items(role()).build();
            default -> new JsonStringSchema();
        };
    }

    private static JsonSchemaElement role() {
        return JsonObjectSchema.builder()
                .addProperty("speaker", new JsonStringSchema())
                .addProperty("role", oneOf("CUSTOMER", "AGENT", "OTHER"))
                .required("speaker", "role")
                .additionalProperties(false)
                .build();
    }

    private static JsonSchemaElement lines(Question question) {
        JsonObjectSchema.Builder line = JsonObjectSchema.builder().addProperty("line", new JsonIntegerSchema());
        List<String> required = new ArrayList<>(List.of("line"));
        if (question.asks(MeaningTask.SENTIMENT)) {
            line.addProperty(
                    "sentiment",
                    oneOf(Arrays.stream(Sentiment.values()).map(Sentiment::name).toArray(String[]::new)));
            required.add("sentiment");
        }
        if (question.asks(MeaningTask.PROFANITY)) {
            line.addProperty("profane", new JsonBooleanSchema());
            required.add("profane");
        }
        JsonObjectSchema element =
                line.required(required).additionalProperties(false).build();
        return JsonArraySchema.builder().items(element).build();
    }

    private static JsonEnumSchema oneOf(String... values) {
        return JsonEnumSchema.builder().enumValues(values).build();
    }
}
