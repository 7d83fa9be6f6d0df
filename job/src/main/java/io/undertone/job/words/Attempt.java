package io.undertone.job.words;

import io.undertone.udfs.words.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt at a pack ended.
 *
 * @param failure null if there is a transcript
 * @param again whether another attempt may end better
 * @param waitMillis that the server wants to be left alone for
 */
record Attempt(@Nullable Transcript transcript, @Nullable WordsFailure failure, boolean again, long waitMillis) {
    static Attempt heard(Transcript transcript) {
        return new Attempt(transcript, null, false, 0);
    }

    static Attempt last(WordsFailure failure) {
        return new Attempt(null, failure, false, 0);
    }

    static Attempt again(WordsFailure failure, long waitMillis) {
        return new Attempt(null, failure, true, waitMillis);
    }

    /** This one, or the last if the server wants to be left alone for longer than there is time. */
    Attempt within(long leftMillis) {
        return failure != null && waitMillis >= leftMillis ? last(failure) : this;
    }

    /** A server that is busy or refuses is well. */
    boolean isServiceFailure() {
        return failure == WordsFailure.UNREACHABLE || failure == WordsFailure.TIMEOUT;
    }

    Transcription transcription(int requests) {
        return transcript != null
                ? Transcription.heard(transcript, requests)
                : Transcription.failed(failure == null ? WordsFailure.BROKEN_ANSWER : failure, requests);
    }
}
