package io.undertone.local.scenario;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A service whose answers depend on the question alone: not on how often, when and in what order it is asked. */
final class Service implements HttpHandler {
    private final Path valve;
    private final Mind mind;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    /** What it answers. */
    interface Mind {
        byte[] answer(byte[] question) throws IOException;
    }

    /** @param valve a file; while it exists nothing is answered */
    Service(Path valve, Mind mind) {
        this.valve = valve;
        this.mind = mind;
    }

    /** Questions so far, repeats included. */
    int asked() {
        return asked.get();
    }

    /** Questions that wait for their answers, also of somebody who is gone. */
    int unanswered() {
        return unanswered.get();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] question = exchange.getRequestBody().readAllBytes();
            asked.incrementAndGet();
            unanswered.incrementAndGet();
            try {
                Valve.waitWhileShut(valve);
            } finally {
                unanswered.decrementAndGet();
            }
            byte[] answer = mind.answer(question);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("closed while an answer was held up").initCause(e);
        }
    }
}
