package io.undertone.local.transcriber;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The transcriber, as a process beside this JVM that ends with it: it stops when its standard input closes, which the
 * kernel does for a JVM that was killed.
 */
public final class TranscriberProcess implements AutoCloseable {
    /** A cold disk reads 150 MB and a hundred libraries. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** A pack of 28 s takes 3 s of one core; nobody waits for more at the end of a run. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final long GLANCE_MILLIS = 50;

    private final Process process;
    private final URI address;

    private TranscriberProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Installs the transcriber if it has never been, starts it and returns when it answers.
     *
     * @param log receives all that it says; its address lies beside
     * @param news receives what is being installed, line by line
     */
    public static TranscriberProcess start(TranscriberSettings settings, Path log, Consumer<String> news)
            throws IOException, InterruptedException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        new TranscriberInstallation(settings, log).require(news);
        Path announcement = log.resolveSibling(log.getFileName() + ".address");
        Files.deleteIfExists(announcement);
        Process process = TranscriberInstallation.start(
                settings.serve(announcement).redirectOutput(Redirect.appendTo(log.toFile())), settings);
        try {
            return new TranscriberProcess(process, healthy(process, announcement, log));
        } catch (IOException | InterruptedException | RuntimeException e) {
            kill(process);
            throw e;
        }
    }

    /** Where OpenAI's API begins: {@code http://127.0.0.1:PORT/v1}. */
    public URI baseUrl() {
        return address.resolve("/v1");
    }

    /** The port it listens on, on which it can be started anew. */
    public int port() {
        return address.getPort();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Lets what runs finish, for a while; then ends the process and its children. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(GRACE.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            children.forEach(ProcessHandle::destroyForcibly);
            kill(process);
        }
    }

    @Override
    public String toString() {
        return "transcriber " + address;
    }

    private static URI healthy(Process process, Path announcement, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(announcement)) {
            if (process.waitFor(GLANCE_MILLIS, MILLISECONDS)) {
                throw new TranscriberUnavailableException(
                        "the transcriber did not start: %s; all of it is in %s".formatted(lastWords(log), log), null);
            }
            if (System.nanoTime() > deadline) {
                throw new TranscriberUnavailableException(
                        "the transcriber did not answer within %s; see %s".formatted(PATIENCE, log), null);
            }
        }
        URI address = URI.create(Files.readString(announcement).strip());
        requireHealth(address);
        return address;
    }

    private static void requireHealth(URI address) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(address.resolve("/health"))
                .timeout(GRACE)
                .build();
        var answer = HttpClient.newHttpClient().send(question, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new TranscriberUnavailableException(
                    "%s answers with status %d".formatted(question.uri(), answer.statusCode()), null);
        }
    }

    private static String lastWords(Path log) throws IOException {
        return Files.readString(log, UTF_8).strip().lines().reduce("it said nothing", (before, line) -> line);
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
