package io.undertone.images;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** What a builder of images is sent of the project: the files that {@code .dockerignore}, which begins with all, lets in again. */
final class BuildContext {
    private final Path root;
    private final List<PathMatcher> letIn;

    BuildContext(Path root) throws IOException {
        this.root = root;
        List<String> lines = Files.readAllLines(root.resolve(".dockerignore")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (!lines.get(0).equals("*") || lines.stream().skip(1).anyMatch(line -> !line.startsWith("!"))) {
            throw new IllegalArgumentException(".dockerignore: expected * and then only lines with !, got " + lines);
        }
        this.letIn =
                lines.stream().skip(1).map(line -> matcher(line.substring(1))).toList();
    }

    /** Files of the context that a COPY of {@code source} takes: a path, a pattern, or a directory with a slash at its end. */
    List<Path> files(String source) throws IOException {
        Path directory = root.resolve(source.substring(0, source.lastIndexOf('/') + 1));
        PathMatcher wanted = matcher(source.endsWith("/") ? source + "**" : source);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(wanted::matches)
                    .filter(file -> letIn.stream().anyMatch(pattern -> pattern.matches(file)))
                    .toList();
        }
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }
}
