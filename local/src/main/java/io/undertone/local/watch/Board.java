package io.undertone.local.watch;

import io.undertone.local.console.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All open calls as lines: those with the most urgent alerts first, then as they began. */
final class Board {
    private static final Comparator<CallRow> BY_URGENCY =
            Comparator.comparingInt(CallRow::urgency).reversed();

    private Board() {}

    /** At most {@code height} lines. */
    static List<String> of(List<OpenCall> open, int height) {
        List<CallRow> rows = open.stream().map(CallRow::of).sorted(BY_URGENCY).toList();
        long alerts = rows.stream().filter(row -> row.urgency() > 0).count();
        var lines = new ArrayList<String>();
        lines.add("calls open %d · with alerts %d".formatted(rows.size(), alerts));
        lines.add("");
        int fitting = Math.max(1, height - lines.size() - 2);
        lines.addAll(grid(rows.subList(0, Math.min(rows.size(), fitting))).lines(""));
        if (rows.size() > fitting) {
            lines.add("… and %d more".formatted(rows.size() - fitting));
        }
        return lines;
    }

    private static Grid grid(List<CallRow> rows) {
        var grid = new Grid();
        if (!rows.isEmpty()) {
            grid.row("call", "time", "speaks", "loudness", "negative, last 30 s", "alert");
        }
        rows.forEach(row -> grid.row(row.call(), row.time(), row.speaks(), row.loudness(), row.mood(), row.alert()));
        return grid;
    }
}
