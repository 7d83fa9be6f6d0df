package io.undertone.job.meaning.llm;

import io.undertone.job.services.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param text of the model; null where it gave none
 * @param failure null if there was an answer, usable or not
 */
record Reply(
        @Nullable String text, @Nullable ModelFailure failure, long waitMillis, int promptTokens, int completionTokens)
        implements Outcome {
    static Reply said(@Nullable String text, int promptTokens, int completionTokens) {
        return new Reply(text, null, 0, promptTokens, completionTokens);
    }

    static Reply failed(ModelFailure failure, long waitMillis) {
        return new Reply(null, failure, waitMillis, 0, 0);
    }

    @Override
    public boolean mayPass() {
        return failure != null && failure.mayPass();
    }

    @Override
    public boolean saysDown() {
        return failure != null && failure.saysDown();
    }
}
