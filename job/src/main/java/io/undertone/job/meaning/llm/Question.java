package io.undertone.job.meaning.llm;

import io.undertone.udfs.meaning.AddressedLines;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.DialogueLine;
import io.undertone.udfs.meaning.MeaningTask;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one request asks.
 *
 * @param unknownSpeakers whose role is asked for, if roles are
 */
record Question(
        List<DialogueLine> lines,
        Set<MeaningTask> tasks,
        List<String> unknownSpeakers,
        List<String> knownTopics,
        @Nullable String language) {

    /** Topics shall not cost more than the call. */
    private static final int MOST_TOPIC_CHARS = 6_000;

    /**
     * Everything about a part.
     *
     * @param tasks that there is somebody for
     * @param knownTopics as many as fit, without those that speak to a machine, however they came to be known
     */
    static Question about(AnalysisPart part, Set<MeaningTask> tasks, List<String> knownTopics) {
        Set<MeaningTask> asked = EnumSet.copyOf(part.tasks());
        asked.retainAll(tasks);
        return new Question(part.lines, asked, part.unknownSpeakers(), fitting(knownTopics), part.language);
    }

    private static List<String> fitting(List<String> knownTopics) {
        List<String> fitting = new ArrayList<>();
        int chars = 0;
        for (String topic : knownTopics) {
            chars += topic.length();
            if (chars <= MOST_TOPIC_CHARS && !AddressedLines.reads(topic)) {
                fitting.add(topic);
            }
        }
        return fitting;
    }

    /** The same about some of the lines. */
    Question ofLines(List<DialogueLine> some) {
        Set<String> speakers = some.stream().map(DialogueLine::speaker).collect(Collectors.toSet());
        List<String> unknown =
                unknownSpeakers.stream().filter(speakers::contains).toList();
        Set<MeaningTask> asked = EnumSet.copyOf(tasks);
        if (unknown.isEmpty()) {
            asked.remove(MeaningTask.ROLES);
        }
        return new Question(some, asked, unknown, knownTopics, language);
    }

    /** About the line what is asked of lines, and of the call nothing. */
    Question ofOneLine(DialogueLine line) {
        Set<MeaningTask> asked = EnumSet.of(MeaningTask.SENTIMENT, MeaningTask.PROFANITY);
        asked.retainAll(tasks);
        return new Question(List.of(line), asked, List.of(), List.of(), language);
    }

    boolean asks(MeaningTask task) {
        return tasks.contains(task);
    }

    boolean asksAboutLines() {
        return asks(MeaningTask.SENTIMENT) || asks(MeaningTask.PROFANITY);
    }

    Set<Integer> numbers() {
        return lines.stream().map(line -> line.number).collect(Collectors.toSet());
    }
}
