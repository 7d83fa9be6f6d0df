package io.undertone.job.meaning.llm;

import io.undertone.job.services.Deadline;
import io.undertone.udfs.meaning.AddressedLines;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.DialogueLine;
import io.undertone.udfs.meaning.MeaningStatus;
import io.undertone.udfs.meaning.MeaningTask;
import io.undertone.udfs.meaning.PartMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The analysis of one part: one request, asked once more where the answer was wrong. Lines that speak to the analyst are not in it.
 * Each of them is asked about by itself, so that whatever it does to the model, it does to its own answer.
 */
final class PartAnalysis {
    /** Somebody who does nothing but speak to the analyst shall not cost a request for each breath: the rest are gaps. */
    private static final int MOST_ALONE = 8;

    private final ModelCalls calls;
    private final Prompt prompt;
    private final ModelMetrics metrics;
    private final Deadline deadline;

    private int promptTokens;
    private int completionTokens;
    private @Nullable ModelFailure failure;

    PartAnalysis(ModelCalls calls, Prompt prompt, ModelMetrics metrics, Deadline deadline) {
        this.calls = calls;
        this.prompt = prompt;
        this.metrics = metrics;
        this.deadline = deadline;
    }

    /** Without who answered and how long it took. */
    PartMeaning of(AnalysisPart part, Question question) {
        Set<Integer> addressed = AddressedLines.in(part.lines);
        List<DialogueLine> talk = new ArrayList<>();
        List<DialogueLine> alone = new ArrayList<>();
        part.lines.forEach(line -> (addressed.contains(line.number) ? alone : talk).add(line));
        var reading = new Reading();
        if (!talk.isEmpty()) {
            reading.fillFrom(asked(question.ofLines(talk)));
        }
        askAlone(alone, question, reading);
        return meaning(part, question, reading);
    }

    private void askAlone(List<DialogueLine> lines, Question question, Reading reading) {
        if (!question.asksAboutLines()) {
            return;
        }
        for (DialogueLine line : lines.subList(0, Math.min(MOST_ALONE, lines.size()))) {
            if (failure == null || failure == ModelFailure.BROKEN_ANSWER) {
                metrics.askedAlone();
                reading.fillFrom(asked(question.ofOneLine(line)));
            }
        }
    }

    private Reading asked(Question question) {
        String rules = prompt.rules(question);
        String dialogue = QuestionText.of(question);
        Reading reading = read(rules, dialogue, question);
        if (!reading.problems.isEmpty()) {
            metrics.repaired();
            Reading again = read(rules, dialogue + "\n\n" + prompt.repair(reading.problems), question);
            again.fillFrom(reading);
            reading = again;
        }
        if (failure == null && !reading.gaps(question).isEmpty()) {
            failure = ModelFailure.BROKEN_ANSWER;
        }
        return reading;
    }

    /** Without a problem where there was no answer at all: asking in other words would not help. */
    private Reading read(String rules, String dialogue, Question question) {
        Reply reply = calls.ask(rules, dialogue, question, deadline);
        promptTokens += reply.promptTokens();
        completionTokens += reply.completionTokens();
        if (reply.failure() != null && reply.failure() != ModelFailure.BROKEN_ANSWER) {
            failure = reply.failure();
            return new Reading();
        }
        return AnswerReader.read(reply.text(), question);
    }

    private PartMeaning meaning(AnalysisPart part, Question question, Reading reading) {
        var meaning = new PartMeaning();
        meaning.part = part.number;
        meaning.lines = reading.lines();
        meaning.roles = reading.roles;
        meaning.conflict = reading.conflict;
        meaning.summary = reading.text(MeaningTask.SUMMARY);
        meaning.topic = reading.text(MeaningTask.TOPIC);
        meaning.issue = reading.text(MeaningTask.ISSUE);
        meaning.outcome = reading.text(MeaningTask.OUTCOME);
        meaning.actions = reading.actions;
        meaning.gaps = reading.gaps(question);
        meaning.status = status(reading, meaning.gaps).name();
        meaning.failure = meaning.gaps.isEmpty() || failure == null ? null : failure.name();
        meaning.promptTokens = promptTokens;
        meaning.completionTokens = completionTokens;
        return meaning;
    }

    private static MeaningStatus status(Reading reading, List<String> gaps) {
        if (gaps.isEmpty()) {
            return MeaningStatus.COMPLETE;
        }
        return reading.isEmpty() ? MeaningStatus.FAILED : MeaningStatus.PARTIAL;
    }
}
