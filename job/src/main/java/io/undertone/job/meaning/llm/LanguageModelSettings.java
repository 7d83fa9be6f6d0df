package io.undertone.job.meaning.llm;

import io.undertone.job.services.BreakerSettings;
import io.undertone.job.services.Patience;
import io.undertone.udfs.meaning.MeaningTask;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a language model is asked, where, and how long for.
 *
 * @param tasks that it is there for; it is asked for no others
 * @param largestAnswerBytes of which more is read of no answer
 * @param prompt version of the words in which it is asked: a resource beside this class
 */
public record LanguageModelSettings(
        ModelEndpoint endpoint,
        Set<MeaningTask> tasks,
        Patience patience,
        BreakerSettings breaker,
        int largestAnswerBytes,
        String prompt)
        implements Serializable {
    /** The newest. */
    public static final String PROMPT = "analysis-1";

    public LanguageModelSettings {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("need at least one task for the language model");
        }
        if (largestAnswerBytes < 1) {
            throw new IllegalArgumentException("need answers of at least 1 byte, got %d".formatted(largestAnswerBytes));
        }
        tasks = EnumSet.copyOf(tasks);
    }

    /** As rows name it. */
    String analyst() {
        return "%s via %s".formatted(endpoint.model(), endpoint.id());
    }
}
