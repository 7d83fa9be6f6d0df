package io.undertone.job.meaning.llm;

/** A request that failed. It knows why and nothing of what was said: neither message nor cause quotes an answer. */
final class ModelCallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ModelFailure failure;
    private final long retryAfterMillis;

    ModelCallException(ModelFailure failure, long retryAfterMillis) {
        super(failure.name(), null, false, false);
        this.failure = failure;
        this.retryAfterMillis = retryAfterMillis;
    }

    ModelCallException(ModelFailure failure) {
        this(failure, 0);
    }

    ModelFailure failure() {
        return failure;
    }

    long retryAfterMillis() {
        return retryAfterMillis;
    }
}
