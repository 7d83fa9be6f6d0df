package io.undertone.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Dockerfile, as far as tests ask: its instructions in order, with the defaults of its build arguments put in. */
final class Dockerfile {
    private static final Pattern ARGUMENT = Pattern.compile("\\$\\{([A-Z_]+)}");

    /** {@code words} without flags. */
    private record Instruction(String name, List<String> flags, List<String> words) {}

    private final Map<String, String> arguments = new HashMap<>();
    private final List<Instruction> instructions = new ArrayList<>();

    private Dockerfile(String text) {
        String joined = text.lines()
                .filter(line -> !line.startsWith("#"))
                .reduce("", (all, line) -> all + line + "\n")
                .replace("\\\n", " ");
        joined.lines().filter(line -> !line.isBlank()).forEach(this::add);
    }

    static Dockerfile of(String text) {
        return new Dockerfile(text);
    }

    static Dockerfile read(Path file) throws IOException {
        return of(Files.readString(file));
    }

    /** The default of a build argument. */
    String argument(String name) {
        String value = arguments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no ARG %s with a default".formatted(name));
        }
        return value;
    }

    /** Images of others that it begins with, stages of its own left out. */
    List<String> bases() {
        List<String> stages = named("FROM")
                .filter(from -> from.words.size() == 3)
                .map(from -> from.words.get(2))
                .toList();
        return named("FROM")
                .map(from -> from.words.get(0))
                .filter(base -> !stages.contains(base))
                .toList();
    }

    /** What it copies of its context. */
    List<String> sources() {
        return named("COPY")
                .filter(copy -> copy.flags.stream().noneMatch(flag -> flag.startsWith("--from=")))
                .flatMap(copy -> copy.words.subList(0, copy.words.size() - 1).stream())
                .distinct()
                .toList();
    }

    /** Where it copies to. */
    List<String> targets() {
        return named("COPY").map(copy -> copy.words.get(copy.words.size() - 1)).toList();
    }

    /** As whom its processes run: the last word counts. */
    List<String> users() {
        return named("USER").map(user -> user.words.get(0)).toList();
    }

    /** All that it sets of the environment, as NAME=VALUE. */
    List<String> environment() {
        return named("ENV").flatMap(env -> env.words.stream()).toList();
    }

    private Stream<Instruction> named(String name) {
        return instructions.stream().filter(instruction -> instruction.name.equals(name));
    }

    private void add(String line) {
        List<String> words = Arrays.asList(line.strip().split("\\s+"));
        if (words.get(0).equals("ARG") && words.get(1).contains("=")) {
            String[] argument = words.get(1).split("=", 2);
            arguments.put(argument[0], argument[1]);
        }
        List<String> rest =
                words.subList(1, words.size()).stream().map(this::resolved).toList();
        instructions.add(new Instruction(
                words.get(0),
                rest.stream().filter(word -> word.startsWith("--")).toList(),
                rest.stream().filter(word -> !word.startsWith("--")).toList()));
    }

    private String resolved(String word) {
        return ARGUMENT.matcher(word).replaceAll(found -> Matcher.quoteReplacement(argument(found.group(1))));
    }
}
