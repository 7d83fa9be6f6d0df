package io.undertone.local.transcriber;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.undertone.local.command.ProjectRoot;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriberProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TranscriberSettings SETTINGS = TranscriberSettings.of(ProjectRoot.path());

    @TempDir
    Path directory;

    private final List<String> news = new ArrayList<>();

    @Test
    void it_answers_until_it_is_closed_and_can_be_started_again_where_it_was() throws Exception {
        TranscriberProcess first = start(SETTINGS);
        URI address = first.baseUrl();
        try (first) {
            assertThat(get(address + "/models").body()).contains("\"id\":\"base\"");
        }
        assertThat(first.isAlive()).isFalse();
        assertThatThrownBy(() -> get(address + "/models")).isInstanceOf(ConnectException.class);
        try (TranscriberProcess second = start(SETTINGS.withPort(first.port()))) {
            assertThat(second.baseUrl()).isEqualTo(address);
            assertThat(get(address + "/models").statusCode()).isEqualTo(200);
        }
        assertThat(log()).contains("base loaded, on", "listening on", "stopping");
    }

    @Test
    void what_is_installed_is_not_installed_again() throws Exception {
        new TranscriberInstallation(SETTINGS, directory.resolve("first.log")).require(line -> {});
        new TranscriberInstallation(SETTINGS, directory.resolve("log")).require(news::add);
        assertThat(news).isEmpty();
    }

    @Test
    void it_dies_with_its_jvm_even_if_that_is_killed() throws Exception {
        Process jvm = TranscriberInAnotherJvm.start(directory.resolve("log"));
        try (var said = jvm.inputReader(UTF_8)) {
            String address = said.readLine();
            assertThat(get(address + "/models").statusCode()).isEqualTo(200);
            jvm.destroyForcibly();
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThatThrownBy(() -> get(address + "/models")).isInstanceOf(ConnectException.class));
        } finally {
            jvm.destroyForcibly();
        }
    }

    @Test
    void without_python_it_says_what_it_needs() {
        assertThatThrownBy(() -> start(SETTINGS.withPython("/nowhere/python3")))
                .isInstanceOf(TranscriberUnavailableException.class)
                .hasMessage("the transcriber needs Python 3.10 or later with pip: '/nowhere/python3' does not run");
    }

    @Test
    void without_pip_it_says_what_it_needs() throws Exception {
        Path bare = directory.resolve("bare");
        new ProcessBuilder("python3", "-m", "venv", "--without-pip", bare.toString())
                .inheritIO()
                .start()
                .waitFor();
        String python = bare.resolve("bin/python3").toString();
        assertThatThrownBy(() -> start(SETTINGS.withPython(python).withCache(directory.resolve("empty"))))
                .isInstanceOf(TranscriberUnavailableException.class)
                .hasMessageContaining("needs pip to install itself: '%s -m pip' does not work".formatted(python));
    }

    @Test
    void a_directory_without_a_transcriber_is_named() {
        assertThatThrownBy(() -> start(TranscriberSettings.of(directory)))
                .hasMessage("there is no transcriber in " + directory.resolve("transcriber"));
    }

    @Test
    void one_that_does_not_start_says_why() {
        assertThatThrownBy(() -> start(SETTINGS.withOptions("--workers", "0")))
                .isInstanceOf(TranscriberUnavailableException.class)
                .hasMessageContaining("workers must be positive, got 0")
                .hasMessageContaining(directory.resolve("log").toString());
    }

    private TranscriberProcess start(TranscriberSettings settings) throws IOException, InterruptedException {
        return TranscriberProcess.start(settings, directory.resolve("log"), news::add);
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        var question =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        return HttpClient.newHttpClient().send(question, BodyHandlers.ofString());
    }
}
