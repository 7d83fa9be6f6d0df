package io.undertone.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JarTest {
    @Test
    void it_names_its_main_class_and_version() throws IOException {
        try (var jar = new JarFile(Project.jar().toFile())) {
            var attributes = jar.getManifest().getMainAttributes();
            assertThat(attributes.getValue(Name.MAIN_CLASS)).isEqualTo("io.undertone.job.Main");
            assertThat(attributes.getValue(Name.IMPLEMENTATION_VERSION)).isEqualTo(Project.pinned("version"));
        }
    }

    @Test
    void it_brings_no_class_that_flink_has_and_loads_itself() throws IOException {
        Set<String> ofFlink = new HashSet<>();
        for (String file : Project.flinkLib()) {
            ofFlink.addAll(classes(Path.of(file)));
        }
        assertThat(ofFlink).hasSizeGreaterThan(10_000);
        assertThat(classes(Project.jar()))
                .filteredOn(JarTest::isLoadedByFlink)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(ofFlink);
    }

    @Test
    void onnx_runtime_and_logging_are_left_to_the_image() throws IOException {
        assertThat(classes(Project.jar()))
                .noneMatch(name -> name.startsWith("ai/onnxruntime/")
                        || name.startsWith("org/slf4j/")
                        || name.startsWith("org/apache/logging/"));
        assertThat(Project.flinkLib())
                .filteredOn(file -> file.contains("onnxruntime"))
                .hasSize(1)
                .allSatisfy(file -> assertThat(file)
                        .endsWith("onnxruntime-%s.jar".formatted(Project.pinned("onnxruntime.version"))));
    }

    @Test
    void services_of_several_libraries_under_one_name_are_all_there() throws IOException {
        try (var jar = new JarFile(Project.jar().toFile())) {
            var services = jar.getJarEntry("META-INF/services/org.apache.flink.table.factories.Factory");
            assertThat(new String(jar.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("org.apache.iceberg.flink", "org.apache.flink.streaming.connectors.kafka");
        }
    }

    @Test
    void what_the_legs_read_is_inside() throws IOException {
        assertThat(entries(Project.jar()))
                .contains(
                        "io/undertone/job/config/defaults.yaml",
                        "io/undertone/schemas/topics.yaml",
                        "io/undertone/schemas/released/AudioFrame/1.avsc",
                        "io/undertone/job/meaning/llm/analysis-1.md",
                        "all-minilm-l6-v2-q.onnx");
    }

    /** Flink's default {@code classloader.parent-first-patterns}, as far as the jar could meet them. */
    private static boolean isLoadedByFlink(String name) {
        return Stream.of("org/apache/flink/", "com/esotericsoftware/kryo/", "org/rocksdb/", "scala/")
                .anyMatch(name::startsWith);
    }

    private static List<String> classes(Path jar) throws IOException {
        return entries(jar).stream()
                .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                .toList();
    }

    private static Set<String> entries(Path jar) throws IOException {
        assertThat(Files.isRegularFile(jar)).as(jar.toString()).isTrue();
        try (var file = new JarFile(jar.toFile())) {
            return file.stream().map(entry -> entry.getName()).collect(Collectors.toSet());
        }
    }
}
