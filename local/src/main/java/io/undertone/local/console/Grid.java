package io.undertone.local.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lines of cells, each column as wide as its widest cell. */
public final class Grid {
    private static final String GAP = "   ";

    private final List<List<String>> rows = new ArrayList<>();

    public Grid row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    /** A line under what stands so far, as wide as each column. */
    public Grid rule() {
        rows.add(List.of());
        return this;
    }

    public List<String> lines(String indent) {
        return rows.stream()
                .map(row -> (indent + (row.isEmpty() ? line(ruled()) : line(row))).stripTrailing())
                .toList();
    }

    private List<String> ruled() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, columns)
                .mapToObj(column -> "─".repeat(width(column)))
                .toList();
    }

    private String line(List<String> row) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(width(column) - cell.length())).append(GAP);
        }
        return line.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
