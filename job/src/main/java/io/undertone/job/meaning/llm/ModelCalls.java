package io.undertone.job.meaning.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.TokenUsage;
import io.undertone.job.services.Attempts;
import io.undertone.job.services.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.flink.util.concurrent.ExecutorThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to the endpoint, with what may go wrong about them: tried again where that may help, after as long as the service asks
 * for, and not sent at all while it is down.
 *
 * <p>Owned: the HTTP client's threads. The connections end with the client.
 */
final class ModelCalls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelCalls.class);
    private static final int HTTP_THREADS = 2;

    private final LanguageModelSettings settings;
    private final ModelMetrics metrics;
    private final Attempts<Reply> attempts;
    private final ExecutorService threads;
    private final java.net.http.HttpClient http;

    ModelCalls(LanguageModelSettings settings, ModelMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
        this.attempts = new Attempts<>(
                settings.endpoint().id(),
                settings.patience(),
                settings.breaker(),
                Reply.failed(ModelFailure.SUSPENDED, 0));
        metrics.show(attempts);
        this.threads = Executors.newFixedThreadPool(
                HTTP_THREADS,
                new ExecutorThreadFactory.Builder()
                        .setPoolName("language-model-http")
                        .setExceptionHandler(ModelCalls::note)
                        .build());
        this.http = java.net.http.HttpClient.newBuilder()
                .executor(threads)
                .connectTimeout(Duration.ofMillis(settings.patience().requestMillis()))
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Waits until there is an answer, or none to be had before {@code deadline}. */
    Reply ask(String rules, String dialogue, Question question, Deadline deadline) {
        if (deadline.leftMillis() == 0) {
            return Reply.failed(ModelFailure.TIMEOUT, 0);
        }
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from(rules), UserMessage.from(dialogue))
                .responseFormat(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(AnswerSchema.of(question))
                        .build())
                .build();
        return attempts.now(() -> attempt(request, deadline), deadline);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Reply attempt(ChatRequest request, Deadline deadline) {
        metrics.requested();
        try {
            return reply(model(deadline).chat(request));
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** The library wraps what we throw. What it throws itself about an answer may quote it, and ends here. */
    private static Reply failed(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ModelCallException known) {
                return Reply.failed(known.failure(), known.retryAfterMillis());
            }
            if (cause instanceof CancellationException stopped) {
                throw stopped;
            }
        }
        return Reply.failed(ModelFailure.BROKEN_ANSWER, 0);
    }

    private static Reply reply(ChatResponse response) {
        TokenUsage usage = response.tokenUsage();
        return Reply.said(
                response.aiMessage().text(),
                usage == null ? 0 : count(usage.inputTokenCount()),
                usage == null ? 0 : count(usage.outputTokenCount()));
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }

    /** A light object, made for each attempt: its requests end when the part's time does. */
    private ChatModel model(Deadline deadline) {
        ModelEndpoint endpoint = settings.endpoint();
        long millis = Math.min(settings.patience().requestMillis(), deadline.leftMillis());
        return OpenAiChatModel.builder()
                .httpClientBuilder(new BoundedHttpClient(http, settings.largestAnswerBytes(), millis, Clock.systemUTC())
                        .asBuilder())
                .baseUrl(endpoint.url())
                .apiKey(endpoint.apiKey())
                .customHeaders(endpoint.headers())
                .customQueryParams(endpoint.query())
                .modelName(endpoint.model())
                .temperature(0.0)
                .strictJsonSchema(true)
                .maxRetries(0)
                .build();
    }

    /** Of the JDK's client. What waits for it has its own time-out, so it need not end the process. */
    private static void note(Thread thread, Throwable bug) {
        LOG.warn("{} met a {}", thread.getName(), bug.getClass().getName());
    }
}
