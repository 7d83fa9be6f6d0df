package io.undertone.local.demo;

import io.undertone.local.console.Grid;
import io.undertone.local.console.Text;
import io.undertone.local.report.CallReport;
import io.undertone.local.report.UtteranceReport;
import io.undertone.local.report.WordsReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was said in a written call, and what it meant. */
final class WordSheet {
    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_FIGURE = 160;

    private WordSheet() {}

    static void addTo(Grid figures, CallReport call) {
        figures.row("words", words(call));
        figures.row("meaning", meaning(call));
        row(figures, "gaps", joined(call.words().gaps()));
        row(figures, "not offered", joined(call.words().notOffered()));
        row(figures, "topic", call.topic());
        row(figures, "summary", call.summary());
        row(figures, "issue", call.words().issue());
        row(figures, "outcome", call.words().outcome());
        call.words().actionItems().forEach(action -> row(figures, "to do", action));
    }

    /** Who said what, how it sounded and how it was meant; nothing where nobody transcribed. */
    static Grid dialogue(CallReport call) {
        var grid = new Grid();
        boolean transcribed = call.utterances().stream().anyMatch(line -> line.text() != null);
        if (transcribed) {
            grid.row("at", "who", "mood", "sentiment", "words");
            call.utterances()
                    .forEach(line -> grid.row(
                            Text.clock((long) line.startS()),
                            line.role(),
                            lower(line.mood()),
                            lower(line.sentiment()) + (Boolean.TRUE.equals(line.profane()) ? ", profane" : ""),
                            said(line)));
        }
        return grid;
    }

    private static String words(CallReport call) {
        WordsReport words = call.words();
        String status = lower(call.transcriptStatus());
        if (words.wordCount() == null) {
            return "transcript %s".formatted(status);
        }
        return "transcript %s%s: %d words in %s by %s, %s redacted; customer %s, agent %s words a minute"
                .formatted(
                        status,
                        words.failures().isEmpty() ? "" : " " + words.failures(),
                        words.wordCount(),
                        words.languageTag(),
                        words.transcriber(),
                        Text.count(words.redactionCount()),
                        rounded(words.talkSpeedCustomer()),
                        rounded(words.talkSpeedAgent()));
    }

    private static String meaning(CallReport call) {
        WordsReport words = call.words();
        if (call.analyst() == null) {
            return "analysis %s".formatted(lower(call.analysisStatus()));
        }
        return "analysis %s by %s; conflict %s; sentiment of customer %s, shift %s, of agent %s, shift %s"
                .formatted(
                        lower(call.analysisStatus()),
                        call.analyst(),
                        call.conflict() == null ? "unknown" : call.conflict() ? "yes" : "no",
                        rounded(words.sentimentCustomer()),
                        rounded(words.sentimentShiftCustomer()),
                        rounded(words.sentimentAgent()),
                        rounded(words.sentimentShiftAgent()));
    }

    private static String said(UtteranceReport line) {
        String text = line.text();
        return text == null || text.isEmpty()
                ? "(%s)".formatted(lower(line.textStatus()))
                : Text.plain(text, LONGEST_LINE);
    }

    private static void row(Grid figures, String label, @Nullable String text) {
        if (text != null) {
            figures.row(label, Text.plain(text, LONGEST_FIGURE));
        }
    }

    private static @Nullable String joined(List<String> names) {
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static String rounded(@Nullable Double figure) {
        return figure == null ? "–" : String.format(Locale.ROOT, "%.1f", figure);
    }

    private static String lower(@Nullable String code) {
        return code == null ? "–" : code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
