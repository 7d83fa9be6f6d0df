package io.undertone.job.meaning.llm;

import io.undertone.udfs.meaning.MeaningTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words in which a model is asked, by version: a resource that never changes once it was released. It has a section for what
 * is always said, one for each task, and one for asking again.
 */
final class Prompt {
    private static final String HEADING = "## ";
    private static final String RULES = "rules";
    private static final String REPAIR = "repair";
    private static final String PROBLEMS = "{problems}";

    private final String version;
    private final Map<String, String> sections;

    private Prompt(String version, Map<String, String> sections) {
        this.version = version;
        this.sections = sections;
    }

    static Prompt of(String version) {
        String name = version + ".md";
        try (InputStream in = Prompt.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no prompt %s".formatted(version));
            }
            return new Prompt(version, sections(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("prompt %s in this jar cannot be read".formatted(version), e);
        }
    }

    String version() {
        return version;
    }

    /** What a model is told before it sees anything of a call. */
    String rules(Question question) {
        return section(RULES) + "\n\n"
                + question.tasks().stream()
                        .map(MeaningTask::name)
                        .map(task -> section(task.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining("\n"));
    }

    /** What is added where an answer could not be used. */
    String repair(List<String> problems) {
        return section(REPAIR)
                .replace(
                        PROBLEMS,
                        problems.stream().map(problem -> "- " + problem).collect(Collectors.joining("\n")));
    }

    private String section(String name) {
        String text = sections.get(name);
        if (text == null) {
            throw new IllegalStateException("prompt %s has no section %s".formatted(version, name));
        }
        return text;
    }

    private static Map<String, String> sections(String text) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(HEADING)) {
                section = lines.computeIfAbsent(line.substring(HEADING.length()).strip(), name -> new ArrayList<>());
            } else {
                section.add(line);
            }
        }
        return lines.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> String.join("\n", entry.getValue()).strip()));
    }
}
