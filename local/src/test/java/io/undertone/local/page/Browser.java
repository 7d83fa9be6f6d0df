package io.undertone.local.page;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser of the Chromium family without a window, if this machine has one. */
record Browser(Path program) {
    static final String VARIABLE = "UNDERTONE_BROWSER";
    static final List<String> NAMES = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome-headless-shell",
            "microsoft-edge");
    private static final int SECONDS = 60;

    static Optional<Browser> find() {
        String named = System.getenv(VARIABLE);
        return named == null ? onPath() : Optional.of(new Browser(Path.of(named)));
    }

    private static Optional<Browser> onPath() {
        String[] directories =
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(directories).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .map(Browser::new)
                .findFirst();
    }

    /** The document as it stands when its scripts have run. */
    String domOf(Path page, Path workIn) throws IOException, InterruptedException {
        Path dom = workIn.resolve("dom.html");
        // A sandbox of its own it cannot have in a container; what it shows is ours.
        List<String> command = Stream.of(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + workIn.resolve("profile"),
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        page.toUri().toString())
                .toList();
        Process browser = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(workIn.resolve("errors.txt").toFile())
                .start();
        if (!browser.waitFor(SECONDS, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
            throw new IOException("%s has not shown %s within %d s".formatted(program, page, SECONDS));
        }
        return Files.readString(dom, StandardCharsets.UTF_8);
    }
}
