package io.undertone.local.observability;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a query reads: a name, and what is asked of labels. */
record Selector(String metric, List<Condition> conditions) {
    /** Prometheus adds them when it scrapes. */
    static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

    /** Made by Prometheus itself, of each scrape. */
    private static final Set<String> MADE_BY_PROMETHEUS = Set.of("up");

    /** One of {@code = != =~ !~}. */
    record Condition(String label, String operator, String value) {
        boolean holds(Map<String, String> labels) {
            String found = labels.getOrDefault(label, "");
            return switch (operator) {
                case "=" -> found.equals(value);
                case "!=" -> !found.equals(value);
                case "=~" -> Pattern.matches(value, found);
                case "!~" -> !Pattern.matches(value, found);
                default -> throw new IllegalArgumentException("no operator of PromQL: " + operator);
            };
        }
    }

    /** Whether there is something to read in the scrape. */
    boolean finds(Scrape scrape) {
        return MADE_BY_PROMETHEUS.contains(metric)
                || scrape.has(
                        metric,
                        labels -> conditions.stream()
                                .filter(condition -> !OF_PROMETHEUS.contains(condition.label()))
                                .allMatch(condition -> condition.holds(labels)));
    }

    /** Whether the label is one of the metric's: a condition on another one is fulfilled by nothing, or by everything. */
    boolean knows(Scrape scrape, String label) {
        return OF_PROMETHEUS.contains(label)
                || MADE_BY_PROMETHEUS.contains(metric)
                || scrape.has(metric, labels -> labels.containsKey(label));
    }
}
