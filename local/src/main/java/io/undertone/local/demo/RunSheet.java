package io.undertone.local.demo;

import io.undertone.local.console.Grid;
import io.undertone.local.report.DemoReport;
import io.undertone.local.report.StoreCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run has written: a sheet for each call, the counts of both stores, and how to ask on. */
final class RunSheet {
    private RunSheet() {}

    static List<String> of(DemoReport report, MoodSheet moods) {
        var lines = new ArrayList<String>();
        report.calls().forEach(call -> {
            lines.add("");
            lines.addAll(CallSheet.of(call, moods));
        });
        lines.add("");
        var counts = new Grid().row("written to", "calls", "utterances", "silences");
        row(counts, "Iceberg", report.iceberg());
        row(counts, "PostgreSQL", report.postgres());
        lines.addAll(counts.lines(""));
        lines.add("");
        lines.add("dead letters: " + deadLetters(report.deadLettersByReason()));
        lines.add("");
        lines.add("The lake outlives this run:");
        SampleQueries.ALL.forEach(query -> lines.add("  ./undertone sql \"%s\"".formatted(query)));
        return lines;
    }

    private static void row(Grid counts, String store, StoreCounts of) {
        counts.row(store, of.calls(), of.utterances(), of.silences());
    }

    private static String deadLetters(Map<String, Long> byReason) {
        if (byReason.isEmpty()) {
            return "none";
        }
        return byReason.entrySet().stream()
                .map(reason -> "%d %s".formatted(reason.getValue(), reason.getKey()))
                .collect(Collectors.joining(", "));
    }
}
