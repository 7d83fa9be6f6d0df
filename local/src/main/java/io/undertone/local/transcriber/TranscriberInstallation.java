package io.undertone.local.transcriber;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Puts what the transcriber needs into its cache: minutes at first, half a second once it is there. */
final class TranscriberInstallation {
    private final TranscriberSettings settings;
    private final Path log;

    TranscriberInstallation(TranscriberSettings settings, Path log) {
        this.settings = settings;
        this.log = log;
    }

    /** Tells {@code news} what it fetches, and what went wrong. Nothing if all is there. */
    void require(Consumer<String> news) throws IOException, InterruptedException {
        Process installing = start(settings.install(), settings);
        installing.getOutputStream().close();
        String last = "it said nothing";
        try (var said = installing.inputReader(UTF_8);
                var copy = Files.newBufferedWriter(log, UTF_8, CREATE, APPEND)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                news.accept(line);
                copy.append(line).append('\n');
                last = line;
            }
            if (installing.waitFor() != 0) {
                throw new TranscriberUnavailableException(
                        "the transcriber could not be installed: %s".formatted(last), null);
            }
        } finally {
            installing.destroyForcibly();
        }
    }

    /** Starts a process of Python's, or says that there is no Python. */
    static Process start(ProcessBuilder builder, TranscriberSettings settings) throws IOException {
        if (!Files.isRegularFile(settings.directory().resolve("run"))) {
            throw new TranscriberUnavailableException(
                    "there is no transcriber in " + settings.directory().toAbsolutePath(), null);
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new TranscriberUnavailableException(
                    "the transcriber needs Python 3.10 or later with pip: '%s' does not run"
                            .formatted(settings.python()),
                    e);
        }
    }
}
