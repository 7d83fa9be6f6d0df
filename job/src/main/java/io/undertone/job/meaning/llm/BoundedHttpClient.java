package io.undertone.job.meaning.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.undertone.job.services.LimitedBody;
import io.undertone.job.services.RetryAfter;
import io.undertone.job.services.TooLargeException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests of the client library under our limits: so many bytes, so much time to the last of them, no redirects, and
 * failures that quote nothing of what was sent or came back.
 *
 * @param millis for a request, to the end of its answer
 */
record BoundedHttpClient(java.net.http.HttpClient http, int mostBytes, long millis, Clock clock) implements HttpClient {
    private static final int OK = 200;
    private static final int NO_LONGER_OK = 300;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int UNAVAILABLE = 503;

    /** What the library builds its client by: ours is there already. */
    HttpClientBuilder asBuilder() {
        return new Ready(this);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<byte[]> response = response(request);
        ModelFailure failure = failure(response);
        if (failure != null) {
            throw new ModelCallException(failure, RetryAfter.millis(response.headers(), clock));
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(new String(response.body(), StandardCharsets.UTF_8))
                .build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are never streamed");
    }

    /** The client's own time-out ends with the headers; this one lasts to the end of the body. */
    private HttpResponse<byte[]> response(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> asked =
                http.sendAsync(converted(request), response -> new LimitedBody(mostBytes));
        try {
            return asked.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new ModelCallException(ModelFailure.TIMEOUT);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody waits for the answer any more");
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    private static ModelCallException failed(ExecutionException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLargeException) {
                return new ModelCallException(ModelFailure.TOO_LARGE);
            }
            if (cause instanceof HttpTimeoutException) {
                return new ModelCallException(ModelFailure.TIMEOUT);
            }
        }
        return new ModelCallException(ModelFailure.UNREACHABLE);
    }

    private static java.net.http.HttpRequest converted(HttpRequest request) {
        var converted = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> converted.header(name, value)));
        return converted.build();
    }

    /** A redirect is refused: what was said goes to the address that was configured and to no other. */
    private static @Nullable ModelFailure failure(HttpResponse<?> response) {
        int status = response.statusCode();
        if (status >= OK && status < NO_LONGER_OK) {
            return null;
        }
        boolean saysWhen = response.headers().firstValue("Retry-After").isPresent();
        if (status == TOO_MANY_REQUESTS || (status == UNAVAILABLE && saysWhen)) {
            return ModelFailure.BUSY;
        }
        if (status == REQUEST_TIMEOUT) {
            return ModelFailure.TIMEOUT;
        }
        return status >= SERVER_ERRORS ? ModelFailure.SERVER_ERROR : ModelFailure.REFUSED;
    }

    private record Ready(BoundedHttpClient client) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return Duration.ofMillis(client.millis());
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ofMillis(client.millis());
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
