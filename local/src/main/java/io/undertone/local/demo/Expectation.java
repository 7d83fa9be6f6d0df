package io.undertone.local.demo;

import io.undertone.local.report.StoreCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** When a run is done: every published call has ended, and both stores hold all of it. */
final class Expectation {
    private final Set<String> published;

    Expectation(Set<String> publishedCallIds) {
        this.published = Set.copyOf(publishedCallIds);
    }

    /** What is missing, in words; nothing when the run is done. */
    List<String> missing(LiveCalls calls, Map<String, StoreCounts> stores) {
        var missing = new ArrayList<String>();
        var open = new TreeSet<>(published);
        open.removeAll(calls.endedCallIds());
        if (!open.isEmpty()) {
            missing.add("not ended: " + String.join(", ", open));
        }
        long parts = calls.counts().ended();
        // Only the stores know how many silences there are: they have to agree.
        long silences =
                stores.values().stream().mapToLong(StoreCounts::silences).max().orElse(0);
        stores.forEach((store, counts) -> {
            require(missing, store, "calls", counts.calls(), parts);
            require(missing, store, "utterances", counts.utterances(), calls.announcedUtterances());
            require(missing, store, "silences", counts.silences(), silences);
        });
        return missing;
    }

    private static void require(List<String> missing, String store, String rows, long found, long expected) {
        if (found < expected) {
            missing.add("%s holds %d of %d %s".formatted(store, found, expected, rows));
        }
    }
}
