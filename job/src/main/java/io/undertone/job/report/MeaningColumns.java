package io.undertone.job.report;

import io.undertone.job.kafka.CallTimes;
import io.undertone.job.meaning.AnsweredPart;
import io.undertone.schema.Call;
import io.undertone.schema.Utterance;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.meaning.CallMeaning;
import io.undertone.udfs.meaning.DialogueLine;
import io.undertone.udfs.meaning.LineMeaning;
import io.undertone.udfs.meaning.Meanings;
import io.undertone.udfs.meaning.Sentiment;
import io.undertone.udfs.meaning.SentimentQuarters;
import io.undertone.udfs.words.TalkSpeed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was meant, in the rows of a report. */
final class MeaningColumns {
    private final CallReport report;
    private final Call call;

    MeaningColumns(CallReport report) {
        this.report = report;
        this.call = report.call;
    }

    /** @param answers to all parts of the dialogue, in any order */
    void describe(List<AnsweredPart> answers) {
        if (answers.isEmpty()) {
            call.setAnalysisStatus("NO_WORDS");
        } else {
            CallMeaning meaning = Meanings.merged(
                    answers.stream().map(answer -> answer.part).toList(),
                    answers.stream().map(answer -> answer.meaning).toList());
            describeLines(meaning, answers);
            describeCall(meaning);
        }
        describeParticipants();
    }

    private void describeLines(CallMeaning meaning, List<AnsweredPart> answers) {
        Map<Integer, LineMeaning> lines = new HashMap<>();
        meaning.lines.forEach(line -> lines.put(line.line, line));
        Map<String, LineMeaning> byUtterance = new HashMap<>();
        for (AnsweredPart answer : answers) {
            for (DialogueLine line : answer.part.lines) {
                byUtterance.put(name(line.legId, line.utterance), lines.getOrDefault(line.number, new LineMeaning()));
            }
        }
        for (Utterance row : report.utterances) {
            LineMeaning line = byUtterance.get(name(row.getLegId(), row.getUtteranceNumber()));
            if (line != null) {
                row.setSentiment(line.sentiment);
                row.setProfane(line.profane);
            }
            String role = meaning.roles.get(Dialogues.speaker(row));
            if (role != null && row.getRole().equals(Role.UNKNOWN.name())) {
                row.setRole(role);
                row.setRoleSource(RoleSource.LLM.name());
                row.setSpeaker(role);
            }
        }
        new LegRoles(call).describe(meaning.roles);
    }

    private void describeCall(CallMeaning meaning) {
        call.setAnalysisStatus(meaning.status);
        call.setAnalysisGaps(meaning.gaps);
        call.setAnalysisNotOffered(meaning.notOffered);
        call.setSummary(meaning.summary);
        call.setTopic(meaning.topic);
        call.setConflict(meaning.conflict);
        call.setIssue(meaning.issue);
        call.setOutcome(meaning.outcome);
        call.setActionItems(meaning.actions);
        call.setAnalyst(meaning.analyst);
        call.setPromptVersion(meaning.promptVersion);
        call.setPromptTokens(meaning.promptTokens);
        call.setCompletionTokens(meaning.completionTokens);
        call.setAnalysisMs(meaning.millis);
    }

    /** Behind the roles that an analyst found out. */
    private void describeParticipants() {
        Map<String, Double> speeds = TalkSpeed.byParticipant(report.utterances.stream()
                .filter(row -> row.getWords() != null)
                .map(row -> new TalkSpeed.Spoken(
                        row.getRole(), samples(row.getEndS()) - samples(row.getBeginS()), words(row)))
                .toList());
        call.setTalkSpeedCustomer(speeds.get(Role.CUSTOMER.name()));
        call.setTalkSpeedAgent(speeds.get(Role.AGENT.name()));
        SentimentQuarters customer = quarters(Role.CUSTOMER);
        call.setSentimentQuartersCustomer(list(customer));
        call.setSentimentCustomer(customer.overall());
        call.setSentimentShiftCustomer(customer.shift());
        SentimentQuarters agent = quarters(Role.AGENT);
        call.setSentimentQuartersAgent(list(agent));
        call.setSentimentAgent(agent.overall());
        call.setSentimentShiftAgent(agent.shift());
    }

    private SentimentQuarters quarters(Role role) {
        return SentimentQuarters.of(report.utterances.stream()
                .filter(row -> row.getRole().equals(role.name()))
                .map(row -> new SentimentQuarters.Scored(
                        samples(row.getBeginS()),
                        samples(row.getEndS()),
                        row.getSentiment() == null ? null : Sentiment.valueOf(row.getSentiment())))
                .toList());
    }

    /** Nothing rather than four times nothing. */
    private static List<@Nullable Double> list(SentimentQuarters quarters) {
        List<@Nullable Double> list = new ArrayList<>();
        if (quarters.overall() != null) {
            list.add(quarters.first());
            list.add(quarters.second());
            list.add(quarters.third());
            list.add(quarters.last());
        }
        return list;
    }

    private static int words(Utterance row) {
        return Objects.requireNonNull(row.getWords());
    }

    private static long samples(double seconds) {
        return Math.round(seconds * CallTimes.SAMPLE_RATE_HZ);
    }

    private static String name(String legId, int number) {
        return legId + "/" + number;
    }
}
