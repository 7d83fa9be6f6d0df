package io.undertone.local.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A file of the project, by its path from the root. */
record ProjectFile(String path) {
    String text() {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("undertone.root"), "undertone.root"));
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
