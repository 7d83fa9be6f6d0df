package io.undertone.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.local.live.Timelines;
import io.undertone.local.live.Told;
import io.undertone.local.report.StoreCounts;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    private final Timelines timelines = new Timelines(1_000, (call, event) -> {});
    private final LiveCalls calls = new LiveCalls(timelines);
    private final Expectation both = new Expectation(Set.of("a", "b"));

    @Test
    void a_run_is_done_when_both_stores_hold_every_row_of_every_call() {
        endBoth();
        var all = new StoreCounts(2, 5, 3);
        assertThat(both.missing(calls, Map.of("Iceberg", all, "PostgreSQL", all)))
                .isEmpty();
    }

    @Test
    void a_call_that_has_not_ended_is_named() {
        timelines.ended(Told.call("a"), Told.end(Told.leg("customer", 2)));
        var one = new StoreCounts(1, 2, 1);
        assertThat(both.missing(calls, Map.of("Iceberg", one))).containsExactly("not ended: b");
    }

    @Test
    void a_store_that_holds_less_than_was_announced_is_named() {
        endBoth();
        assertThat(both.missing(calls, Map.of("PostgreSQL", new StoreCounts(1, 4, 0))))
                .containsExactly("PostgreSQL holds 1 of 2 calls", "PostgreSQL holds 4 of 5 utterances");
    }

    @Test
    void stores_that_disagree_on_silences_are_not_done() {
        endBoth();
        var stores = Map.of("Iceberg", new StoreCounts(2, 5, 2), "PostgreSQL", new StoreCounts(2, 5, 3));
        assertThat(both.missing(calls, stores)).containsExactly("Iceberg holds 2 of 3 silences");
    }

    private void endBoth() {
        timelines.ended(Told.call("a"), Told.end(Told.leg("customer", 2)));
        timelines.ended(Told.call("b"), Told.end(Told.leg("customer", 3)));
    }
}
