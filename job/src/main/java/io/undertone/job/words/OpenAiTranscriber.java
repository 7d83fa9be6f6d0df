package io.undertone.job.words;

import io.undertone.job.services.Attempts;
import io.undertone.job.services.Deadline;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.util.concurrent.ExecutorThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server that speaks OpenAI's {@code /v1/audio/transcriptions}: OpenAI, Azure, vLLM, servers on faster-whisper.
 *
 * <p>Owned: a thread that keeps time and two for connections, all ended by {@link #close}. Java's HTTP client has one more, which ends
 * when the client is collected.
 */
public final class OpenAiTranscriber implements Transcriber {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAiTranscriber.class);
    private static final int CONNECTION_THREADS = 2;

    private final WordsSettings settings;
    private final Clock clock;
    private final ExecutorService connections =
            Executors.newFixedThreadPool(CONNECTION_THREADS, new ExecutorThreadFactory("transcriber-connection"));
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, new ExecutorThreadFactory("transcriber-timer"));
    private final Attempts<Attempt> attempts;
    private final Endpoint endpoint;
    private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
    /** The most that the server has not refused so far. */
    private volatile AnswerForm form = AnswerForm.WORDS;

    /** @param clock tells how long it is to the time that a busy server names */
    public OpenAiTranscriber(WordsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        timer.setRemoveOnCancelPolicy(true);
        this.attempts = new Attempts<>(
                "transcriber", settings.patience(), settings.breaker(), Attempt.again(WordsFailure.UNREACHABLE, 0));
        this.endpoint = new Endpoint(settings, connections);
    }

    @Override
    public CompletionStage<Transcription> transcribe(byte[] wav, @Nullable String language, String idempotencyKey) {
        String spoken = Languages.asked(language == null ? settings.language() : language);
        int totalMillis = settings.patience().totalMillis();
        var exchange = new Exchange(
                this, new Question(wav, spoken, idempotencyKey), Deadline.in(totalMillis, System::nanoTime));
        underWay.add(exchange);
        Future<?> deadline = timer.schedule(exchange::giveUp, totalMillis, TimeUnit.MILLISECONDS);
        return exchange.run().whenComplete((answer, bug) -> {
            underWay.remove(exchange);
            deadline.cancel(false);
        });
    }

    @Override
    public boolean isAway() {
        return attempts.isInVain();
    }

    @Override
    public void close() {
        underWay.forEach(Exchange::giveUp);
        timer.shutdownNow();
        connections.shutdownNow();
    }

    Attempts<Attempt> attempts() {
        return attempts;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Clock clock() {
        return clock;
    }

    ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    /** Does something when a request that is sent now has had its time. */
    Future<?> afterRequestTime(Runnable something) {
        return timer.schedule(something, settings.patience().requestMillis(), TimeUnit.MILLISECONDS);
    }

    AnswerForm form() {
        return form;
    }

    /** The server has answered in this form: it need not refuse more again and again. */
    void gave(AnswerForm given) {
        if (given.compareTo(form) > 0) {
            form = given;
            LOG.warn("the transcriber refuses to give all times, and is asked for less from now on: {}", given);
        }
    }
}
