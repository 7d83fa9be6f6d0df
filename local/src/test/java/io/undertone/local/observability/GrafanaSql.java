package io.undertone.local.observability;

import java.time.Instant;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What Grafana makes of a panel's SQL, as far as the dashboards use it: the macros {@code $__timeFilter} and {@code $__timeGroupAlias}
 * with hours, and variables as {@code sqlstring}.
 *
 * @param variables by name, as SQL has them: {@code 'a','b'}
 */
record GrafanaSql(Instant from, Instant to, Map<String, String> variables) {
    private static final Pattern FILTER = Pattern.compile("\\$__timeFilter\\((\\w+)\\)");
    private static final Pattern GROUP = Pattern.compile("\\$__timeGroupAlias\\((\\w+),\\s*'(\\d+)h'\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):sqlstring\\}");

    String of(String raw) {
        String filtered = FILTER.matcher(raw).replaceAll("$1 BETWEEN '%s' AND '%s'".formatted(from, to));
        String grouped = GROUP.matcher(filtered).replaceAll((MatchResult group) -> {
            long seconds = 3_600 * Long.parseLong(group.group(2));
            return "floor(extract(epoch from %s)/%d)*%d AS \"time\"".formatted(group.group(1), seconds, seconds);
        });
        String sql = VARIABLE.matcher(grouped).replaceAll((MatchResult found) -> value(found.group(1)));
        if (sql.contains("$")) {
            throw new IllegalArgumentException("something that Grafana would have to put in is left: " + sql);
        }
        return sql;
    }

    private String value(String variable) {
        String value = variables.get(variable);
        if (value == null) {
            throw new IllegalArgumentException("no variable of the dashboard: " + variable);
        }
        return value;
    }
}
