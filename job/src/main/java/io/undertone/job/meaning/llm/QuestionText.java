package io.undertone.job.meaning.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.meaning.DialogueLine;
import io.undertone.udfs.meaning.MeaningTask;
import java.util.regex.Pattern;

/**
 * A dialogue as data between two marks. Whatever a line says, it stays in its line and the dialogue between its marks: line
 * breaks, quotes and what shows nothing are escaped or gone, and of marks nothing is left to be written.
 */
final class QuestionText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEGIN = "<dialogue>\n";
    private static final String END = "\n</dialogue>";

    /** Control, format, private and unassigned characters, Unicode's invisible tags among them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    private QuestionText() {}

    static String of(Question question) {
        var labels = new SpeakerLabels(question.lines());
        ObjectNode dialogue = JSON.createObjectNode();
        if (question.language() != null) {
            dialogue.put("language", seen(question.language()));
        }
        if (question.asks(MeaningTask.TOPIC)) {
            ArrayNode topics = dialogue.putArray("known_topics");
            question.knownTopics().forEach(topic -> topics.add(seen(topic)));
        }
        if (question.asks(MeaningTask.ROLES)) {
            ArrayNode speakers = dialogue.putArray("unknown_speakers");
            question.unknownSpeakers().forEach(speaker -> speakers.add(labels.label(speaker)));
        }
        ArrayNode lines = dialogue.putArray("lines");
        question.lines().forEach(line -> add(lines.addObject(), line, labels));
        return BEGIN + escaped(dialogue) + END;
    }

    private static void add(ObjectNode written, DialogueLine line, SpeakerLabels labels) {
        written.put("line", line.number);
        written.put("speaker", labels.label(line.speaker()));
        if (line.role != Role.UNKNOWN) {
            written.put("role", line.role.name());
        }
        written.put("text", seen(line.text));
    }

    private static String seen(String text) {
        return UNSEEN.matcher(text).replaceAll(" ");
    }

    private static String escaped(ObjectNode dialogue) {
        try {
            return JSON.writeValueAsString(dialogue).replace("<", "\\u003c").replace(">", "\\u003e");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers could not be written", e);
        }
    }
}
