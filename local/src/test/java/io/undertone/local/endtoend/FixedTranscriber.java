package io.undertone.local.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A server that hears the same word in whatever it is asked about. */
final class FixedTranscriber implements AutoCloseable {
    static final String WORD = "hello";

    private static final String ANSWER = """
        {"task": "transcribe", "language": "en", "duration": 28.0, "text": " hello",
         "segments": [{"id": 0, "start": 0.0, "end": 0.5, "text": " hello", "avg_logprob": -0.2,
                       "compression_ratio": 1.0, "no_speech_prob": 0.01}],
         "words": [{"word": "hello", "start": 0.1, "end": 0.4}]}
        """;

    private final HttpServer server;

    FixedTranscriber() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", FixedTranscriber::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = ANSWER.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
