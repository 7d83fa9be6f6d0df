package io.undertone.job.meaning.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertone.udfs.meaning.MeaningTask;
import io.undertone.udfs.meaning.Sentiment;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Joins answers to lines, by number alone.
 *
 * <p>An answer to a line that was not asked about says that the model counts otherwise than we do, perhaps from 0: then no number can
 * be trusted and no answer about a line is taken. Of two different answers about one line neither is.
 */
final class LineReader {
    private static final Set<String> SENTIMENTS =
            Arrays.stream(Sentiment.values()).map(Sentiment::name).collect(Collectors.toUnmodifiableSet());
    /** Of numbers that are named in a problem. */
    private static final int MOST_NAMED = 20;

    private final Question question;
    private final Reading reading;
    private final Map<Integer, JsonNode> answers = new HashMap<>();
    private final Set<Integer> contradicted = new TreeSet<>();
    private int unnumbered;
    private int surplus;

    private LineReader(Question question, Reading reading) {
        this.question = question;
        this.reading = reading;
    }

    static void read(@Nullable JsonNode lines, Question question, Reading reading) {
        var reader = new LineReader(question, reading);
        if (lines == null || !lines.isArray()) {
            reading.problems.add("\"lines\" was not a list with one entry for each line");
            return;
        }
        lines.forEach(reader::number);
        reader.take();
    }

    private void number(JsonNode answer) {
        JsonNode number = answer.path("line");
        if (!number.isIntegralNumber() || !number.canConvertToInt()) {
            unnumbered++;
        } else if (!question.numbers().contains(number.intValue())) {
            surplus++;
        } else {
            JsonNode before = answers.putIfAbsent(number.intValue(), answer);
            if (before != null && !before.equals(answer)) {
                contradicted.add(number.intValue());
            }
        }
    }

    private void take() {
        answers.keySet().removeAll(contradicted);
        if (unnumbered > 0) {
            reading.problems.add("%d entries of \"lines\" had no whole number in \"line\"".formatted(unnumbered));
        }
        if (!contradicted.isEmpty()) {
            reading.problems.add("these lines were answered more than once: " + named(contradicted));
        }
        if (surplus > 0) {
            reading.problems.add(
                    "%d entries of \"lines\" were about lines that are not in the dialogue".formatted(surplus));
            return;
        }
        if (question.asks(MeaningTask.SENTIMENT)) {
            takeSentiments();
        }
        if (question.asks(MeaningTask.PROFANITY)) {
            takeProfanity();
        }
    }

    private void takeSentiments() {
        answers.forEach((number, answer) -> {
            JsonNode sentiment = answer.path("sentiment");
            if (sentiment.isTextual() && SENTIMENTS.contains(sentiment.textValue())) {
                reading.sentiments.put(number, sentiment.textValue());
            }
        });
        missing("sentiment", "POSITIVE, NEUTRAL or NEGATIVE", reading.sentiments.keySet());
    }

    private void takeProfanity() {
        answers.forEach((number, answer) -> {
            JsonNode profane = answer.path("profane");
            if (profane.isBoolean()) {
                reading.profane.put(number, profane.booleanValue());
            }
        });
        missing("profane", "true or false", reading.profane.keySet());
    }

    private void missing(String field, String expected, Set<Integer> answered) {
        Set<Integer> missing = new TreeSet<>(question.numbers());
        missing.removeAll(new HashSet<>(answered));
        if (!missing.isEmpty()) {
            reading.problems.add("\"%s\" was not %s for these lines: %s".formatted(field, expected, named(missing)));
        }
    }

    private static String named(Collection<Integer> numbers) {
        String named = numbers.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() <= MOST_NAMED ? named : named + " and more";
    }
}
