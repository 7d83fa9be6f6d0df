package io.undertone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where {@code kubectl} is installed, kustomize itself renders what the other tests have looked at. */
final class KubectlTest {
    private static final String ABSENT = "kubectl is not installed here: overlay %s was rendered by these tests alone";

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void kustomize_renders_the_same(Overlay overlay) throws Exception {
        boolean installed = installed();
        if (!installed) {
            System.err.printf(ABSENT + "%n", overlay);
        }
        assumeThat(installed).as(ABSENT, overlay).isTrue();
        Map<String, JsonNode> rendered = byName(Yaml.parse(kustomize(overlay)));
        assertThat(byName(overlay.resources())).isEqualTo(rendered);
    }

    private String kustomize(Overlay overlay) throws IOException, InterruptedException {
        Path output = directory.resolve("out");
        Path errors = directory.resolve("err");
        Process process = new ProcessBuilder(
                        "kubectl",
                        "kustomize",
                        Overlay.directory(overlay.toString()).toString())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        assertThat(errors).as("warnings").isEmptyFile();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private static Map<String, JsonNode> byName(Iterable<? extends JsonNode> resources) {
        var named = new TreeMap<String, JsonNode>();
        resources.forEach(resource -> named.put(
                resource.path("kind").asText() + " "
                        + resource.at("/metadata/name").asText(),
                resource));
        return named;
    }

    private static boolean installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }
}
