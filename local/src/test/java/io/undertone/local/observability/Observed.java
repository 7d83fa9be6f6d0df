package io.undertone.local.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.local.observability.MetricsPage.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Holds docs/metrics.md, the alerts and the operators' dashboard to what a running process shows. */
public final class Observed {
    /** Undertone's own metrics of a job, and Flink's that are of use. */
    public static final Observed JOB = new Observed("flink_", metric -> metric.contains("_undertone_"));
    /** Prometheus' library adds when each counter began. */
    public static final Observed TRANSCRIBER = new Observed("transcriber_", metric -> !metric.endsWith("_created"));

    /** They say where a metric was measured. */
    private static final Set<String> OF_FLINK =
            Set.of("job_name", "task_name", "operator_name", "subtask_index", "tm_id", "host");

    private static final Set<String> OF_A_SUMMARY = Set.of("quantile", "le");

    private final String prefix;
    private final Predicate<String> own;

    private Observed(String prefix, Predicate<String> own) {
        this.prefix = prefix;
        this.own = own;
    }

    /** Each of its own metrics is documented, with its labels, and what is documented is there. */
    public void assertDocumented(Scrape scrape) {
        Map<String, Set<String>> shown = new TreeMap<>();
        scrape.metrics().stream()
                .filter(metric -> metric.startsWith(prefix) && own.test(metric))
                .forEach(metric -> shown.put(metric, ownLabels(scrape, metric)));
        Map<String, Set<String>> documented = new TreeMap<>();
        rows().filter(row -> own.test(row.metric())).forEach(row -> documented.put(row.metric(), row.labels()));
        assertThat(documented).isEqualTo(shown);
        assertThat(rows()).allSatisfy(row -> {
            assertThat(scrape.metrics()).contains(row.metric());
            assertThat(row.type().equals("summary"))
                    .as("%s is a summary", row.metric())
                    .isEqualTo(scrape.type(row.metric()).equals("summary"));
        });
    }

    /** What alerts and panels ask finds something, and by labels that it has. */
    public void assertAsked(Scrape scrape) {
        for (PromQl query : queries()) {
            List<Selector> selectors = query.selectors().stream()
                    .filter(selector -> selector.metric().startsWith(prefix))
                    .toList();
            assertThat(selectors).allSatisfy(selector -> {
                assertThat(selector.conditions()).allMatch(condition -> selector.knows(scrape, condition.label()));
                assertThat(selector).matches(each -> each.finds(scrape), "finds samples");
            });
            if (!selectors.isEmpty()) {
                assertThat(query.groupings())
                        .as(query.toString())
                        .allMatch(label -> query.selectors().stream().anyMatch(each -> each.knows(scrape, label)));
            }
        }
    }

    /** Of all alerts and panels. */
    static List<PromQl> queries() {
        return Stream.concat(AlertRule.all().stream().map(AlertRule::query), Dashboard.operators().queries().stream())
                .toList();
    }

    private Stream<Row> rows() {
        return MetricsPage.read().rows().values().stream()
                .filter(row -> row.metric().startsWith(prefix));
    }

    private static Set<String> ownLabels(Scrape scrape, String metric) {
        Set<String> labels = new TreeSet<>(scrape.labels(metric));
        labels.removeAll(OF_FLINK);
        labels.removeAll(OF_A_SUMMARY);
        return labels;
    }
}
