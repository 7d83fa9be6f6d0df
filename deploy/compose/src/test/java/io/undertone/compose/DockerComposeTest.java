package io.undertone.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where Docker Compose is installed, it reads what the other tests have looked at. No engine need run. */
final class DockerComposeTest {
    private static final String ABSENT = "docker compose is not installed here: %s was read by these tests alone";

    @TempDir
    Path directory;

    static Stream<List<String>> files() {
        return Stream.of(List.of(Stack.FILE), List.of(Stack.FILE, Stack.GPU_FILE));
    }

    @ParameterizedTest
    @MethodSource("files")
    void docker_compose_reads_the_same_services(List<String> files) throws Exception {
        boolean installed = installed();
        if (!installed) {
            System.err.printf(ABSENT + "%n", files);
        }
        assumeThat(installed).as(ABSENT, files).isTrue();
        JsonNode read = new ObjectMapper().readTree(config(files)).path("services");
        List<Service> services = Stack.shipped().services();
        assertThat(read).hasSameSizeAs(services);
        assertThat(services)
                .allSatisfy(service -> assertThat(environment(read, service)).isEqualTo(service.environment()));
    }

    private static Object environment(JsonNode read, Service service) {
        return new Service(service.name(), read.path(service.name())).environment();
    }

    private String config(List<String> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        files.forEach(file ->
                command.addAll(List.of("-f", Stack.directory().resolve(file).toString())));
        command.addAll(List.of("config", "--format", "json"));
        return output(command);
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        Path output = directory.resolve("out");
        Path errors = directory.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        assertThat(errors).as("warnings").isEmptyFile();
        return Files.readString(output);
    }

    /** Docker may be there without its plug-in. */
    private static boolean installed() throws InterruptedException {
        try {
            Process version = new ProcessBuilder("docker", "compose", "version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return version.waitFor(1, TimeUnit.MINUTES) && version.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
