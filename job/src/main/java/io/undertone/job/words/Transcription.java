package io.undertone.job.words;

import io.undertone.udfs.words.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a transcriber: a transcript, or why there is none.
 *
 * @param requests sent for it
 */
public record Transcription(
        @Nullable Transcript transcript, @Nullable WordsFailure failure, int requests) {
    public Transcription {
        if ((transcript == null) == (failure == null)) {
            throw new IllegalArgumentException("need a transcript or a failure, got failure=" + failure);
        }
    }

    public static Transcription heard(Transcript transcript, int requests) {
        return new Transcription(transcript, null, requests);
    }

    public static Transcription failed(WordsFailure failure, int requests) {
        return new Transcription(null, failure, requests);
    }
}
