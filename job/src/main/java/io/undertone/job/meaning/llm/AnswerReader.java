package io.undertone.job.meaning.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertone.udfs.meaning.AddressedLines;
import io.undertone.udfs.meaning.MeaningTask;
import io.undertone.udfs.meaning.TopicNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a model answered, as strictly as if no schema had been enforced: a value counts if it has its type and is about
 * something that was asked.
 */
final class AnswerReader {
    private static final Set<String> ROLES = Set.of("CUSTOMER", "AGENT", "OTHER");
    private static final int MOST_ACTIONS = 20;

    private final Question question;
    private final Reading reading = new Reading();

    private AnswerReader(Question question) {
        this.question = question;
    }

    static Reading read(@Nullable String answer, Question question) {
        var reader = new AnswerReader(question);
        SalvagedJson json = answer == null ? null : SalvagedJson.in(answer);
        if (json == null) {
            reader.problem("there was no JSON object");
        } else {
            reader.read(json);
        }
        return reader.reading;
    }

    private void read(SalvagedJson json) {
        if (json.amidText()) {
            problem("there was text around the JSON object");
        }
        if (json.cutOff()) {
            problem("the JSON object was broken or had no end");
        }
        for (MeaningTask task : question.tasks()) {
            JsonNode value = json.object().get(AnswerSchema.field(task));
            switch (task) {
                case SENTIMENT, PROFANITY -> {} // below, both at once
                case CONFLICT -> readConflict(value);
                case ACTIONS -> readActions(value);
                case ROLES -> readRoles(value);
                default -> readText(task, value);
            }
        }
        if (question.asksAboutLines()) {
            LineReader.read(json.object().get(AnswerSchema.LINES), question, reading);
        }
    }

    private void readConflict(@Nullable JsonNode value) {
        if (value != null && value.isBoolean()) {
            reading.conflict = value.booleanValue();
        } else {
            wrong(MeaningTask.CONFLICT, "true or false");
        }
    }

    private void readText(MeaningTask task, @Nullable JsonNode value) {
        boolean mayBeNone = task == MeaningTask.ISSUE || task == MeaningTask.OUTCOME;
        if (value != null && value.isNull() && mayBeNone) {
            reading.texts.put(task, Optional.empty());
            return;
        }
        Optional<String> text =
                value == null || !value.isTextual() ? Optional.empty() : TopicNames.cleaned(value.textValue());
        if (text.isEmpty()) {
            wrong(task, mayBeNone ? "a sentence or null" : "a sentence");
        } else if (task == MeaningTask.TOPIC && AddressedLines.reads(text.get())) {
            wrong(task, "what the call was about"); // a topic goes into prompts of other calls
        } else {
            reading.texts.put(task, text);
        }
    }

    private void readActions(@Nullable JsonNode value) {
        if (value == null || !value.isArray()) {
            wrong(MeaningTask.ACTIONS, "a list of sentences");
            return;
        }
        List<String> actions = new ArrayList<>();
        for (JsonNode element : value) {
            Optional<String> action = element.isTextual() ? TopicNames.cleaned(element.textValue()) : Optional.empty();
            if (action.isEmpty()) {
                wrong(MeaningTask.ACTIONS, "a list of sentences");
                return;
            }
            if (actions.size() < MOST_ACTIONS) {
                actions.add(action.get());
            }
        }
        reading.actions = actions;
    }

    private void readRoles(@Nullable JsonNode value) {
        var labels = new SpeakerLabels(question.lines());
        if (value != null && value.isArray()) {
            for (JsonNode element : value) {
                String speaker = labels.speaker(element.path("speaker").asText());
                String role = element.path("role").asText();
                if (speaker != null && question.unknownSpeakers().contains(speaker) && ROLES.contains(role)) {
                    reading.roles.putIfAbsent(speaker, role);
                }
            }
        }
        if (reading.roles.size() < question.unknownSpeakers().size()) {
            wrong(MeaningTask.ROLES, "a list with one of CUSTOMER, AGENT or OTHER for each unknown speaker");
        }
    }

    private void wrong(MeaningTask task, String expected) {
        problem("\"%s\" was not %s".formatted(AnswerSchema.field(task).toLowerCase(Locale.ROOT), expected));
    }

    private void problem(String problem) {
        reading.problems.add(problem);
    }
}
