package io.undertone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever follows the page has made every secret that a pod waits for, and edits files that there are. */
final class ReadmeTest {
    private static final Pattern FILE = Pattern.compile("`(kubernetes/[\\w./-]+)`");

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void every_secret_and_each_of_its_keys_is_in_the_table(Overlay overlay) throws IOException {
        List<String> rows = Files.readAllLines(Overlay.kubernetes().resolve("../README.md"));
        assertThat(overlay.pods().flatMap(pod -> PodTemplates.secrets(pod).values().stream()))
                .isNotEmpty()
                .allSatisfy(reference -> {
                    List<String> nameAndKey = Arrays.asList(reference.split("/"));
                    assertThat(rows)
                            .anyMatch(row -> row.startsWith("| `%s` |".formatted(nameAndKey.get(0)))
                                    && row.contains("`%s`".formatted(nameAndKey.get(1))));
                });
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void every_file_that_it_names_is_there(Overlay overlay) throws IOException {
        String page = Files.readString(Overlay.kubernetes().resolve("../README.md"));
        assertThat(page).contains("| `%s` |".formatted(overlay));
        assertThat(FILE.matcher(page).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(5)
                .allSatisfy(name ->
                        assertThat(Overlay.kubernetes().resolveSibling(name)).exists());
    }
}
