package io.undertone.local.observability;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of docs/metrics.md: name, type, unit, labels, meaning, alerts. */
final class MetricsPage {
    private static final int CELLS = 6;
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /**
     * @param labels of its own, beside those that say where it was measured
     * @param alerts that ask for it
     */
    record Row(String metric, String type, String unit, Set<String> labels, String meaning, Set<String> alerts) {}

    private final Map<String, Row> rows;

    private MetricsPage(List<Row> rows) {
        this.rows = rows.stream().collect(Collectors.toMap(Row::metric, Function.identity()));
    }

    static MetricsPage read() {
        return new MetricsPage(new ProjectFile("docs/metrics.md")
                .text()
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(MetricsPage::row)
                .toList());
    }

    Map<String, Row> rows() {
        return rows;
    }

    private static Row row(String line) {
        List<String> cells = Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
        if (cells.size() != CELLS + 1) {
            throw new IllegalArgumentException("%d cells, not %d: %s".formatted(cells.size() - 1, CELLS, line));
        }
        return new Row(
                codes(cells.get(0)).iterator().next(),
                cells.get(1),
                cells.get(2),
                codes(cells.get(3)),
                cells.get(4),
                codes(cells.get(5)));
    }

    private static Set<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult code) -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
