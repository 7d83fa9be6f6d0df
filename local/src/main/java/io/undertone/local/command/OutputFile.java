package io.undertone.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that a command writes at its end. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * What {@code option} names, or null; asked before minutes of work, not after.
     *
     * @throws IllegalArgumentException if it can't be written
     */
    public static @Nullable Path require(String option, @Nullable Path given) {
        if (given == null) {
            return null;
        }
        Path file = given.toAbsolutePath();
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent) || Files.isDirectory(file)) {
            throw new IllegalArgumentException(
                    "%s needs a file in a directory that exists, got %s".formatted(option, given));
        }
        return file;
    }
}
