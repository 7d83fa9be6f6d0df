package io.undertone.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No container engine is needed to see that an image could not be built, or would not be what it says. */
class DockerfilesTest {
    private static final String JOB = "deploy/images/job.Dockerfile";
    private static final String TOOLS = "deploy/images/tools.Dockerfile";
    private static final String TRANSCRIBER = "transcriber/Dockerfile";
    private static final String NOT_ROOT = "[1-9]\\d*:[1-9]\\d*";

    @ParameterizedTest
    @ValueSource(strings = {JOB, TOOLS})
    void all_that_is_copied_is_built_and_let_into_the_context(String file) throws IOException {
        var context = new BuildContext(Project.root());
        List<String> sources = read(file).sources();
        assertThat(sources).hasSizeGreaterThan(4);
        for (String source : sources) {
            if (!source.contains("_gpu")) {
                assertThat(context.files(source)).as(source).isNotEmpty();
            }
        }
    }

    @Test
    void what_is_not_built_or_not_let_in_would_be_noticed() throws IOException {
        var context = new BuildContext(Project.root());
        assertThat(context.files("deploy/images/target/other.jar")).isEmpty();
        assertThat(context.files("nowhere/")).isEmpty();
        assertThat(context.files("models/recipes/"))
                .as("on the disk, but not let in")
                .isEmpty();
    }

    @Test
    void the_jar_for_a_gpu_is_the_one_that_its_profile_brings() throws IOException {
        String profile = Files.readString(Project.root().resolve("deploy/images/pom.xml"));
        assertThat(profile).contains("<onnxruntime.artifact>onnxruntime_gpu</onnxruntime.artifact>");
        assertThat(read(JOB).sources())
                .contains("deploy/images/target/onnxruntime/onnxruntime_gpu-%s.jar"
                        .formatted(Project.pinned("onnxruntime.version")));
    }

    @Test
    void versions_are_those_of_the_pom() throws IOException {
        String version = Project.pinned("version");
        assertThat(read(JOB).argument("FLINK_VERSION")).isEqualTo(Project.pinned("flink.version"));
        assertThat(read(JOB).argument("ONNXRUNTIME_VERSION")).isEqualTo(Project.pinned("onnxruntime.version"));
        assertThat(read(JOB).argument("ICEBERG_VERSION")).isEqualTo(Project.pinned("iceberg.version"));
        assertThat(read(TOOLS).argument("ICEBERG_VERSION")).isEqualTo(Project.pinned("iceberg.version"));
        assertThat(read(TOOLS).argument("UNDERTONE_VERSION")).isEqualTo(version);
        assertThat(text(JOB))
                .contains("undertone/job:%s .".formatted(version), "undertone/job:%s-gpu .".formatted(version));
        assertThat(text(TOOLS)).contains("undertone/tools:%s .".formatted(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {JOB, TOOLS, TRANSCRIBER})
    void nobody_is_root_and_every_base_is_pinned(String file) throws IOException {
        var image = read(file);
        assertThat(image.users()).isNotEmpty().allMatch(user -> user.matches(NOT_ROOT));
        assertThat(image.bases()).isNotEmpty().allMatch(base -> base.matches("[^:]+:.*\\d.*"));
    }

    @Test
    void root_would_be_noticed() {
        assertThat(Dockerfile.of("FROM a:1\nUSER root").users()).noneMatch(user -> user.matches(NOT_ROOT));
        assertThat(Dockerfile.of("FROM a:1\nUSER 0:0").users()).noneMatch(user -> user.matches(NOT_ROOT));
        assertThat(Dockerfile.of("FROM a:1").users()).isEmpty();
    }

    @Test
    void the_job_finds_its_models_and_flink_finds_the_job() throws IOException {
        assertThat(read(JOB).targets())
                .contains(
                        "/opt/undertone/models/cards/",
                        "/opt/undertone/models/weights/",
                        "/opt/undertone/models/.cache/")
                .contains("/opt/flink/usrlib/undertone.jar", "/opt/flink/lib/");
        assertThat(read(JOB).environment())
                .contains(
                        "UNDERTONE_MODELS__DIRECTORY=/opt/undertone/models",
                        "UNDERTONE_MODELS__CACHE=/opt/undertone/models/.cache",
                        "ORT_DISABLE_TELEMETRY=1");
    }

    private static Dockerfile read(String file) throws IOException {
        return Dockerfile.read(path(file));
    }

    private static String text(String file) throws IOException {
        return Files.readString(path(file));
    }

    private static Path path(String file) {
        return Project.root().resolve(file);
    }
}
