package io.undertone.udfs.meaning;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Two analysts, of which each answers what it is there for. Both are asked about every part; what comes of the one is not touched
 * by what becomes of the other.
 */
public final class AnalystByTask implements CallAnalyst {
    private final CallAnalyst one;
    private final CallAnalyst other;
    private final Set<MeaningTask> ofTheOther;

    /** @param ofTheOther what {@code other} answers; the rest is for {@code one} */
    public AnalystByTask(CallAnalyst one, CallAnalyst other, Set<MeaningTask> ofTheOther) {
        if (ofTheOther.isEmpty() || ofTheOther.size() == MeaningTask.values().length) {
            throw new IllegalArgumentException("need tasks for both analysts, got %s for one".formatted(ofTheOther));
        }
        this.one = one;
        this.other = other;
        this.ofTheOther = EnumSet.copyOf(ofTheOther);
    }

    @Override
    public CompletionStage<PartMeaning> analyse(AnalysisPart part, List<String> knownTopics) {
        CompletionStage<PartMeaning> first = one.analyse(part, knownTopics);
        return first.thenCombine(
                other.analyse(part, knownTopics), (ofOne, ofOther) -> CombinedMeaning.of(ofOne, ofOther, ofTheOther));
    }

    @Override
    public void close() {
        try {
            one.close();
        } finally {
            other.close();
        }
    }
}
