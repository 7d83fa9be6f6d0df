package io.undertone.job.services;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A server that takes every request and answers none. */
public final class HangingServer implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Semaphore requests = new Semaphore(0);
    private final HttpServer server;

    public HangingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            requests.release();
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
    }

    /** Returns when so many requests have come that nobody has waited for yet. */
    public void await(int count) throws InterruptedException {
        requests.acquire(count);
    }

    /** Those that nobody has waited for. */
    public int others() {
        return requests.availablePermits();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
