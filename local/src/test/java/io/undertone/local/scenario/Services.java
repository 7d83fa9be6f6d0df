package io.undertone.local.scenario;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A transcriber and a language model behind OpenAI's APIs, as long as somebody leaves their valves open. */
final class Services implements AutoCloseable {
    final Service transcriber;
    final Service model;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Services(Path transcriberValve, Path modelValve) throws IOException {
        transcriber = new Service(transcriberValve, HeardLevels::transcript);
        model = new Service(modelValve, CountedWords::completion);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/audio/transcriptions", transcriber);
        server.createContext("/v1/chat/completions", model);
        server.start();
    }

    /** Of both. */
    String url() {
        return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
