package io.undertone.gateway;

import static io.undertone.gateway.Calls.noise;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is run, and ended, by whoever runs it. */
final class WatchProcessTest {
    @TempDir
    Path parent;

    @Test
    @Timeout(120)
    void a_request_to_terminate_ends_it_cleanly() throws Exception {
        Path folder = Files.createDirectories(parent.resolve("calls"));
        WavFiles.mono(folder.resolve("call.wav"), 8_000, noise(0.5, 1));
        Process process = started("--watch", folder.toString(), "--bootstrap", "kafka:9092");
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).startsWith("published call-");

            // Process.destroy would close its output too.
            assertThat(process.toHandle().destroy()).isTrue();

            assertThat(out.readLine()).isEqualTo("stopped: 1 calls published, 0 files left out");
            assertThat(process.waitFor()).as("128 + SIGTERM").isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readAllLines(parent.resolve("calls.published"))).hasSize(1);
    }

    private static Process started(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WatchProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
