package io.undertone.job.meaning.llm;

import io.undertone.udfs.meaning.LineMeaning;
import io.undertone.udfs.meaning.MeaningTask;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What of an answer can be used, and what was wrong with it. */
final class Reading {
    final Map<Integer, String> sentiments = new TreeMap<>();
    final Map<Integer, Boolean> profane = new TreeMap<>();
    final Map<String, String> roles = new HashMap<>();
    /** Of summary, topic, issue and outcome; nothing where the answer was that there is none. */
    final Map<MeaningTask, Optional<String>> texts = new EnumMap<>(MeaningTask.class);

    @Nullable
    Boolean conflict;

    @Nullable
    List<String> actions;

    /** In our words: they are sent back, and quote nothing that came. */
    final List<String> problems = new ArrayList<>();

    /** Takes from {@code other} what is missing here. */
    void fillFrom(Reading other) {
        other.sentiments.forEach(sentiments::putIfAbsent);
        other.profane.forEach(profane::putIfAbsent);
        other.roles.forEach(roles::putIfAbsent);
        other.texts.forEach(texts::putIfAbsent);
        conflict = conflict == null ? other.conflict : conflict;
        actions = actions == null ? other.actions : actions;
    }

    boolean isEmpty() {
        return sentiments.isEmpty()
                && profane.isEmpty()
                && roles.isEmpty()
                && texts.isEmpty()
                && conflict == null
                && actions == null;
    }

    /** Null where there is none, or no answer. */
    @Nullable
    String text(MeaningTask task) {
        return texts.getOrDefault(task, Optional.empty()).orElse(null);
    }

    List<LineMeaning> lines() {
        Map<Integer, LineMeaning> lines = new TreeMap<>();
        sentiments.forEach((number, sentiment) -> line(lines, number).sentiment = sentiment);
        profane.forEach((number, is) -> line(lines, number).profane = is);
        return new ArrayList<>(lines.values());
    }

    /** What was asked and is not here. Where nothing is of a task, the task is named as a whole. */
    List<String> gaps(Question question) {
        List<String> gaps = new ArrayList<>();
        for (MeaningTask task : question.tasks()) {
            switch (task) {
                case SENTIMENT -> lineGaps(task, question, sentiments, gaps);
                case PROFANITY -> lineGaps(task, question, profane, gaps);
                case ROLES -> roleGaps(question, gaps);
                case CONFLICT -> gap(task, conflict == null, gaps);
                case ACTIONS -> gap(task, actions == null, gaps);
                default -> gap(task, !texts.containsKey(task), gaps);
            }
        }
        return gaps;
    }

    private static void gap(MeaningTask task, boolean missing, List<String> gaps) {
        if (missing) {
            gaps.add(task.gap());
        }
    }

    private static void lineGaps(MeaningTask task, Question question, Map<Integer, ?> answered, List<String> gaps) {
        if (answered.isEmpty() && !question.lines().isEmpty()) {
            gaps.add(task.gap());
            return;
        }
        question.lines().stream()
                .map(line -> line.number)
                .filter(number -> !answered.containsKey(number))
                .forEach(number -> gaps.add(task.gap(number)));
    }

    private void roleGaps(Question question, List<String> gaps) {
        question.unknownSpeakers().stream()
                .filter(speaker -> !roles.containsKey(speaker))
                .forEach(speaker -> gaps.add(MeaningTask.ROLES.gap(speaker)));
    }

    private static LineMeaning line(Map<Integer, LineMeaning> lines, int number) {
        return lines.computeIfAbsent(number, missing -> {
            var line = new LineMeaning();
            line.line = missing;
            return line;
        });
    }
}
