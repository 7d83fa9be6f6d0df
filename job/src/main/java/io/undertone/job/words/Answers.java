package io.undertone.job.words;

import io.undertone.job.services.RetryAfter;
import io.undertone.job.services.TooLargeException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an answer of a server means, or that there is none. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    static Attempt of(HttpResponse<byte[]> response, Clock clock) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return read(response.body());
        }
        long wait = RetryAfter.millis(response.headers(), clock);
        return switch (status) {
            case 408 -> Attempt.again(WordsFailure.TIMEOUT, wait);
            case 413 -> Attempt.last(WordsFailure.TOO_LARGE);
            case 429, 503 -> Attempt.again(WordsFailure.BUSY, wait);
            default ->
                status / 100 == 5 ? Attempt.again(WordsFailure.UNREACHABLE, wait) : Attempt.last(WordsFailure.REFUSED);
        };
    }

    /** @param answering whether the server had begun to answer when it failed */
    static Attempt without(Throwable failure, boolean answering) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException) {
            return Attempt.again(WordsFailure.TIMEOUT, 0);
        }
        if (cause instanceof TooLargeException) {
            return Attempt.last(WordsFailure.TOO_LARGE);
        }
        if (cause instanceof IOException) {
            LOG.debug("no answer from the transcriber: {}", cause.toString());
            return Attempt.again(answering ? WordsFailure.BROKEN_ANSWER : WordsFailure.UNREACHABLE, 0);
        }
        throw new CompletionException(cause);
    }

    private static Attempt read(byte[] body) {
        try {
            return Attempt.heard(TranscriptReader.read(body));
        } catch (BrokenAnswerException e) {
            LOG.debug("an answer of the transcriber is no answer: {}", e.getMessage());
            return Attempt.again(WordsFailure.BROKEN_ANSWER, 0);
        }
    }
}
