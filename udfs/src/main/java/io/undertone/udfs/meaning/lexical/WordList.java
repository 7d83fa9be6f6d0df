package io.undertone.udfs.meaning.lexical;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The project's own words about words: {@code words.txt}, lines of {@code section: word word …}. */
final class WordList {
    private static final Map<String, List<String>> SECTIONS = read();

    private WordList() {}

    static List<String> section(String name) {
        return Objects.requireNonNull(SECTIONS.get(name), name);
    }

    private static Map<String, List<String>> read() {
        try (InputStream content = Objects.requireNonNull(WordList.class.getResourceAsStream("words.txt"))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.groupingBy(
                            line -> line[0],
                            Collectors.flatMapping(
                                    line -> Arrays.stream(line[1].split(" ", -1)), Collectors.toUnmodifiableList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
