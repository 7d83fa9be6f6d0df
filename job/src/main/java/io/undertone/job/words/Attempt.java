package io.undertone.job.words;

import io.undertone.job.services.Outcome;
import io.undertone.udfs.words.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt at a pack ended.
 *
 * @param failure null if there is a transcript
 */
record Attempt(@Nullable Transcript transcript, @Nullable WordsFailure failure, boolean mayPass, long waitMillis)
        implements Outcome {
    static Attempt heard(Transcript transcript) {
        return new Attempt(transcript, null, false, 0);
    }

    static Attempt last(WordsFailure failure) {
        return new Attempt(null, failure, false, 0);
    }

    static Attempt again(WordsFailure failure, long waitMillis) {
        return new Attempt(null, failure, true, waitMillis);
    }

    @Override
    public boolean saysDown() {
        return failure == WordsFailure.UNREACHABLE || failure == WordsFailure.TIMEOUT;
    }

    Transcription transcription(int requests) {
        return transcript != null
                ? Transcription.heard(transcript, requests)
                : Transcription.failed(failure == null ? WordsFailure.BROKEN_ANSWER : failure, requests);
    }
}
