package io.undertone.local.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.local.observability.Selector.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queries are taken apart, and one that asks for what is not there is found out. */
class PromQlTest {
    private static final Scrape SCRAPE = Scrape.parse("""
        # HELP calls_open calls_open
        # TYPE calls_open gauge
        calls_open{leg="live",queue="a \\"b\\" c",} 3.0
        # TYPE wait_ms summary
        wait_ms_count{leg="live",} 2.0
        wait_ms{leg="live",quantile="0.5",} 1.0E-3
        """);

    @Test
    void words_are_metrics_but_for_functions_keywords_and_what_stands_in_brackets() {
        PromQl query = PromQl.parse(
                "sum by (leg, queue) (rate(frames_total{fate=~\"late|lost\"}[5m])) / ignoring (fate) group_left ()"
                        + " sum(calls_open) > 0.01 and on (leg) time() - up offset 15m unless"
                        + " max_over_time(other:sum[1d:1m]) == bool 1e3");
        assertThat(query.selectors())
                .containsExactly(
                        new Selector("frames_total", List.of(new Condition("fate", "=~", "late|lost"))),
                        new Selector("calls_open", List.of()),
                        new Selector("up", List.of()),
                        new Selector("other:sum", List.of()));
        assertThat(query.groupings()).containsExactly("fate", "leg", "queue");
    }

    @Test
    void a_selector_finds_samples_by_all_of_its_conditions() {
        assertThat(finds("calls_open{leg=\"live\",queue!=\"x\"}")).isTrue();
        assertThat(finds("calls_open{leg=~\"li.*|x\",job=\"flink\"}")).isTrue();
        assertThat(finds("wait_ms{quantile=\"0.5\"}")).isTrue();
        assertThat(finds("calls_open{leg=\"live\",queue=\"x\"}")).isFalse();
        assertThat(finds("calls_open{leg!~\"l.*\"}")).isFalse();
        assertThat(finds("calls_closed")).isFalse();
    }

    @Test
    void a_label_that_a_metric_has_not_is_unknown() {
        Selector selector = PromQl.parse("calls_open").selectors().get(0);
        assertThat(selector.knows(SCRAPE, "leg")).isTrue();
        assertThat(selector.knows(SCRAPE, "instance")).isTrue();
        assertThat(selector.knows(SCRAPE, "quantile")).isFalse();
        assertThat(SCRAPE.labels("wait_ms")).containsExactly("leg", "quantile");
    }

    @Test
    void what_is_no_scrape_is_refused() {
        assertThatThrownBy(() -> Scrape.parse("<html>not found</html>")).hasMessageContaining("no sample: <html>");
    }

    private static boolean finds(String query) {
        return PromQl.parse(query).selectors().get(0).finds(SCRAPE);
    }
}
