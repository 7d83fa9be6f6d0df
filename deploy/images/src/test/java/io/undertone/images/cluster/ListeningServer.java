package io.undertone.images.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Hears the same word at the beginning of everything that it is sent. */
final class ListeningServer implements AutoCloseable {
    static final String WORD = "invoice";

    private static final byte[] ANSWER = """
        {"language": "english", "duration": 1.0, "text": "%1$s",
         "words": [{"word": "%1$s", "start": 0.05, "end": 0.25}]}
        """.formatted(WORD).getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    ListeningServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/audio/transcriptions", ListeningServer::answer);
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
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
        }
    }
}
