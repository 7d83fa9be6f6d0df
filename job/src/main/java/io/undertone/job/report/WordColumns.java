package io.undertone.job.report;

import io.undertone.job.words.TranscribedPack;
import io.undertone.job.words.WordsFailure;
import io.undertone.schema.Redaction;
import io.undertone.schema.Utterance;
import io.undertone.udfs.redaction.RedactedSpan;
import io.undertone.udfs.redaction.RedactedText;
import io.undertone.udfs.redaction.Redactor;
import io.undertone.udfs.redaction.SpokenLine;
import io.undertone.udfs.words.TextStatus;
import io.undertone.udfs.words.UtteranceWords;
import io.undertone.udfs.words.WordForms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was said, in the rows of a report. */
final class WordColumns {
    private final CallReport report;

    WordColumns(CallReport report) {
        this.report = report;
    }

    /** @param packs that were transcribed, in any order */
    void describe(List<TranscribedPack> packs, Redactor redactor) {
        if (!report.recorded) {
            report.call.setTranscriptStatus(report.utterances.isEmpty() ? "NO_SPEECH" : "NO_CONSENT");
            return;
        }
        packs.sort(Comparator.comparingInt(pack -> pack.pack.number));
        Map<String, UtteranceWords> said = said(packs);
        describeUtterances(said, redactor);
        report.call.setTranscriptStatus(status(said));
        report.call.setTranscriptLanguage(language(packs));
        report.call.setTranscriptFailures(packs.stream()
                .map(pack -> pack.failure)
                .filter(Objects::nonNull)
                .map((WordsFailure failure) -> failure.name())
                .distinct()
                .sorted()
                .toList());
        report.call.setTranscriber(packs.isEmpty() ? null : packs.get(0).model);
        report.call.setInventedSegments(
                packs.stream().mapToInt(TranscribedPack::invented).sum());
    }

    /** By leg and number. An utterance that is longer than a pack has parts in several. */
    private static Map<String, UtteranceWords> said(List<TranscribedPack> packs) {
        Map<String, UtteranceWords> said = new HashMap<>();
        packs.forEach(pack -> pack.words()
                .forEach(words -> said.merge(name(words.legId, words.number), words, UtteranceWords::join)));
        return said;
    }

    private void describeUtterances(Map<String, UtteranceWords> said, Redactor redactor) {
        List<SpokenLine> lines = new ArrayList<>();
        for (Utterance row : report.utterances) {
            UtteranceWords words = said.get(name(row.getLegId(), row.getUtteranceNumber()));
            lines.add(new SpokenLine(
                    row.getLegId(), row.getVoice() == null ? 0 : row.getVoice(), words == null ? "" : words.text));
        }
        List<RedactedText> redacted = redactor.redact(lines);
        int count = 0;
        int redactions = 0;
        for (int i = 0; i < lines.size(); i++) {
            Utterance row = report.utterances.get(i);
            UtteranceWords words = said.get(name(row.getLegId(), row.getUtteranceNumber()));
            TextStatus status = words == null ? TextStatus.NO_AUDIO : words.status;
            row.setTextStatus(status.name());
            if (words != null && status != TextStatus.FAILED && status != TextStatus.NO_AUDIO) {
                row.setText(redacted.get(i).text);
                row.setRedactions(placed(redacted.get(i).spans));
                int spoken = WordForms.of(words.text).size();
                row.setWords(spoken);
                count += spoken;
                redactions += redacted.get(i).spans.size();
            }
        }
        report.call.setWordCount(count);
        report.call.setRedactionCount(redactions);
    }

    /** Where the marks stand in the text that is kept. */
    private static List<Redaction> placed(List<RedactedSpan> spans) {
        List<Redaction> placed = new ArrayList<>();
        int moved = 0;
        for (RedactedSpan span : spans) {
            int mark = span.kind.length() + 2; // in brackets
            int begin = span.begin + moved;
            placed.add(new Redaction(begin, begin + mark, span.kind));
            moved += mark - (span.end - span.begin);
        }
        return placed;
    }

    private String status(Map<String, UtteranceWords> said) {
        long known = said.values().stream().filter(WordColumns::isKnown).count();
        boolean whole =
                known == report.utterances.size() && said.values().stream().noneMatch(words -> words.incomplete);
        return known == 0 ? "FAILED" : whole ? "COMPLETE" : "PARTIAL";
    }

    private static boolean isKnown(UtteranceWords words) {
        return words.status != TextStatus.FAILED && words.status != TextStatus.NO_AUDIO;
    }

    /** In which most words were heard; null where the transcriber does not say. */
    private static @Nullable String language(List<TranscribedPack> packs) {
        Map<String, Integer> words = new HashMap<>();
        for (TranscribedPack pack : packs) {
            if (pack.transcript != null && pack.transcript.language != null) {
                words.merge(pack.transcript.language, 1 + pack.transcript.words.size(), Integer::sum);
            }
        }
        return words.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static String name(String legId, int number) {
        return legId + "/" + number;
    }
}
