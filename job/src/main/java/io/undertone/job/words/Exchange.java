package io.undertone.job.words;

import io.undertone.job.services.Deadline;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One question on its way to an answer: attempt after attempt until one settles it, or its time is over.
 *
 * <p>Invariant: its answer is completed once, and no request is under way afterwards.
 */
final class Exchange {
    private static final int MOST_REDIRECTS = 3;

    private final OpenAiTranscriber transcriber;
    private final Question question;
    private final Deadline deadline;
    private final CompletableFuture<Transcription> answer = new CompletableFuture<>();
    private final AtomicInteger requests = new AtomicInteger();
    /** What is told if time is over now: while an attempt is under way, that; else why the last one failed. */
    private volatile WordsFailure reason = WordsFailure.UNREACHABLE;

    private volatile boolean answering;
    private volatile @Nullable Future<?> underWay;

    Exchange(OpenAiTranscriber transcriber, Question question, Deadline deadline) {
        this.transcriber = transcriber;
        this.question = question;
        this.deadline = deadline;
    }

    CompletableFuture<Transcription> run() {
        transcriber
                .attempts()
                .later(this::attempt, deadline, transcriber.timer())
                .whenComplete((last, bug) -> {
                    if (bug != null) {
                        answer.completeExceptionally(bug);
                    } else {
                        answer.complete(last.transcription(requests.get()));
                    }
                });
        return answer;
    }

    /** Time is over. */
    void giveUp() {
        answer.complete(Transcription.failed(reason, requests.get()));
        Future<?> sent = underWay;
        if (sent != null) {
            sent.cancel(true);
        }
    }

    private CompletionStage<Attempt> attempt() {
        if (answer.isDone()) {
            return CompletableFuture.completedStage(Attempt.last(reason));
        }
        reason = WordsFailure.TIMEOUT;
        return send(transcriber.endpoint().address(), transcriber.form(), 0).thenApply(ended -> {
            if (ended.failure() != null) {
                reason = ended.failure();
            }
            return ended;
        });
    }

    private CompletionStage<Attempt> send(URI to, AnswerForm form, int redirects) {
        requests.incrementAndGet();
        answering = false;
        var sent = transcriber.endpoint().send(question, form, to, () -> answering = true);
        underWay = sent;
        if (answer.isDone()) {
            sent.cancel(true); // given up between the two lines above
        }
        Future<?> limit = transcriber.afterRequestTime(() -> sent.cancel(true));
        return sent.handle((response, failure) -> {
                    limit.cancel(false);
                    return response == null
                            ? CompletableFuture.completedStage(Answers.without(failure, answering))
                            : take(response, form, redirects);
                })
                .thenCompose(Function.identity());
    }

    private CompletionStage<Attempt> take(HttpResponse<byte[]> response, AnswerForm form, int redirects) {
        int status = response.statusCode();
        if (status == 307 || status == 308) {
            URI to = transcriber.endpoint().redirected(response);
            return to == null || redirects == MOST_REDIRECTS
                    ? CompletableFuture.completedStage(Attempt.last(WordsFailure.REFUSED))
                    : send(to, form, redirects + 1);
        }
        if ((status == 400 || status == 422) && !form.isLeast()) {
            return send(response.uri(), form.less(), redirects);
        }
        if (status == 200) {
            transcriber.gave(form);
        }
        return CompletableFuture.completedStage(Answers.of(response, transcriber.clock()));
    }
}
