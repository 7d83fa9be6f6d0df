package io.undertone.local.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** A transcriber and a language model at one address. Each answers at once, or takes every question and answers none. */
final class Endpoints implements AutoCloseable {
    private static final String HEARD = "{\"text\": \"The bill is wrong.\"}";
    /** A completion that says nothing. */
    private static final String MEANT = """
            {"id": "1", "object": "chat.completion",
             "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "{}"}}]}
            """;

    private final HttpServer server;
    private final Service transcriber = new Service(HEARD);
    private final Service model = new Service(MEANT);

    Endpoints() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/audio/transcriptions", transcriber::take);
        server.createContext("/v1/chat/completions", model::take);
        server.start();
    }

    /** What the configuration says of them: one question at a time, and time enough for a test to look at what waits. */
    Map<String, Object> settings() {
        String url = "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
        return Map.of(
                "transcription.url", url,
                "transcription.capacity", 1,
                "transcription.attempts", 4,
                "transcription.backoff_ms", 100,
                "analysis.language_model.url", url,
                "analysis.language_model.model", "test",
                "analysis.language_model.attempts", 2,
                "analysis.language_model.backoff_ms", 100,
                "analysis.threads", 1);
    }

    Service transcriber() {
        return transcriber;
    }

    Service model() {
        return model;
    }

    /** Nobody is there any more. */
    @Override
    public void close() {
        server.stop(0);
    }

    static final class Service {
        private final String answer;
        private final AtomicBoolean hangs = new AtomicBoolean();
        private final Queue<HttpExchange> hanging = new ConcurrentLinkedQueue<>();

        private Service(String answer) {
            this.answer = answer;
        }

        void hang() {
            hangs.set(true);
        }

        /** Answers again; what hung is cut off. */
        void recover() {
            hangs.set(false);
            for (HttpExchange cut = hanging.poll(); cut != null; cut = hanging.poll()) {
                cut.close();
            }
        }

        int hanging() {
            return hanging.size();
        }

        private void take(HttpExchange exchange) throws IOException {
            exchange.getRequestBody().readAllBytes();
            if (hangs.get()) {
                hanging.add(exchange);
                return;
            }
            try (exchange) {
                byte[] body = answer.getBytes(UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
