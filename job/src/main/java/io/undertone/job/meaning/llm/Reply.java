package io.undertone.job.meaning.llm;

import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param text of the model; null where it gave none
 * @param failure null if there was an answer, usable or not
 */
record Reply(@Nullable String text, @Nullable ModelFailure failure, int promptTokens, int completionTokens) {
    static Reply failed(ModelFailure failure) {
        return new Reply(null, failure, 0, 0);
    }
}
