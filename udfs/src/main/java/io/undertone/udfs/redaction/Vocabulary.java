package io.undertone.udfs.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that the readers tell apart: {@code vocabulary.txt}. */
final class Vocabulary {
    private static final Map<String, List<String>> SECTIONS = read("vocabulary.txt", " ");

    private Vocabulary() {}

    /** The words of a section. */
    static Set<String> words(String section) {
        return Set.copyOf(Objects.requireNonNull(SECTIONS.get(section), section));
    }

    /** Lines of {@code section: entry…}; a section may stand on several. */
    static Map<String, List<String>> read(String name, String separator) {
        try (InputStream content = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(name), name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.groupingBy(
                            line -> line[0],
                            Collectors.flatMapping(
                                    line -> Arrays.stream(line[1].split(separator, -1)),
                                    Collectors.toUnmodifiableList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
