package io.undertone.local.reanalyse;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which calls somebody wants analysed once more. A call that is named is found whatever its statuses.
 *
 * @param statuses of the transcript or of the analysis
 * @param since of the call's start; null for any
 * @param until of the call's start, exclusive; null for now
 */
record CallQuery(
        Set<String> statuses,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String tenant,
        @Nullable String call) {
    /** Those that can be completed by asking again; of calls that were to have no words nothing is missing. */
    private static final Set<String> KNOWN = Set.of("COMPLETE", "PARTIAL", "FAILED", "LANGUAGE", "NONE");

    CallQuery {
        statuses = Set.copyOf(statuses);
        if (statuses.isEmpty() || !KNOWN.containsAll(statuses)) {
            throw new IllegalArgumentException("--status needs some of %s, got %s"
                    .formatted(
                            KNOWN.stream().sorted().toList(),
                            statuses.stream().sorted().toList()));
        }
        if (since == null && call == null) {
            throw new IllegalArgumentException("say which calls: --since, or --call");
        }
        if (since != null && until != null && !since.isBefore(until)) {
            throw new IllegalArgumentException("--since %s is not before --until %s".formatted(since, until));
        }
    }
}
