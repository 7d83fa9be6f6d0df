package io.undertone.udfs.meaning;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Says what was meant in a part of a dialogue. Failures are values: see {@link PartMeaning#status}. Many may ask at once. */
public interface CallAnalyst extends AutoCloseable {
    /**
     * May do its work in the thread that asks, and stops when that is interrupted.
     *
     * @param knownTopics the tenant's topics, of which one is to be used if it fits
     */
    CompletionStage<PartMeaning> analyse(AnalysisPart part, List<String> knownTopics);

    @Override
    default void close() {}
}
