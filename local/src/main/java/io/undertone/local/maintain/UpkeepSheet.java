package io.undertone.local.maintain;

import io.undertone.job.maintain.TableUpkeep;
import io.undertone.local.console.Grid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What maintenance did, for people. */
final class UpkeepSheet {
    private static final double MEGABYTE = 1e6;

    private UpkeepSheet() {}

    static List<String> lake(List<TableUpkeep> tables) {
        var grid = new Grid()
                .row("table", "old rows", "files", "then", "MB", "then", "snapshots expired", "orphans deleted", "MB");
        for (TableUpkeep table : tables) {
            grid.row(
                    table.table(),
                    table.rows(),
                    table.filesBefore(),
                    table.filesAfter(),
                    megabytes(table.bytesBefore()),
                    megabytes(table.bytesAfter()),
                    table.snapshots(),
                    table.orphans(),
                    megabytes(table.orphanBytes()));
        }
        return grid.lines("");
    }

    static String database(Map<String, Long> rows) {
        return "database: old rows "
                + (rows.isEmpty()
                        ? "are kept, no tenant's retention ends"
                        : rows.entrySet().stream()
                                .map(table -> "%s %d".formatted(table.getKey(), table.getValue()))
                                .collect(Collectors.joining(", ")));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.3f", bytes / MEGABYTE);
    }
}
