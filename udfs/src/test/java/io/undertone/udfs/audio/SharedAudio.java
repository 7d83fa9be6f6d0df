package io.undertone.udfs.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;

/** The real recordings beside the project, which tests need and which are no part of it. */
public final class SharedAudio {
    private SharedAudio() {}

    public static Path path(String name) {
        String root = Objects.requireNonNull(System.getProperty("undertone.root"), "undertone.root is not set");
        Path file = Path.of(root, "..", "shared", "audio").resolve(name).normalize();
        assertThat(file).as("a recording that this test needs").exists();
        return file;
    }
}
