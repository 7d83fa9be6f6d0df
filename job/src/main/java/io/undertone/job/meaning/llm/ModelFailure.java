package io.undertone.job.meaning.llm;

/** Why a language model did not answer, or not so that it can be used. */
enum ModelFailure {
    /** No connection, or one that broke. */
    UNREACHABLE(true, true),
    /** Not within the time for a request, or for the part. */
    TIMEOUT(true, true),
    /** The service is there and has no room. */
    BUSY(true, false),
    /** The service failed. */
    SERVER_ERROR(true, true),
    /** The service does not serve this: wrong address, key or request, or a redirect. */
    REFUSED(false, false),
    /** More than is read of an answer. */
    TOO_LARGE(false, false),
    /** What came cannot be used, also after it was asked for again. */
    BROKEN_ANSWER(false, false),
    /** Too many failed before; the service is left alone for a while, of which {@code Attempts} says whether it may pass. */
    SUSPENDED(false, false);

    private final boolean passing;
    private final boolean down;

    ModelFailure(boolean passing, boolean down) {
        this.passing = passing;
        this.down = down;
    }

    /** Whether another attempt may succeed. */
    boolean mayPass() {
        return passing;
    }

    /** Whether it counts towards leaving the service alone. */
    boolean saysDown() {
        return down;
    }
}
