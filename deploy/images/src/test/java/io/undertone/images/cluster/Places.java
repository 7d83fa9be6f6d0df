package io.undertone.images.cluster;

import java.nio.file.Path;

/**
 * Where a run's lake and audio are, as the configuration names them.
 *
 * @param lake the section, as YAML on one line
 * @param more sections, a line each
 */
record Places(String lake, String audio, String more) {
    /** In directories. */
    static Places in(Path directory) {
        return new Places(
                "{warehouse: \"%s\"}".formatted(directory.resolve("lake").toUri()),
                directory.resolve("audio").toUri().toString(),
                "");
    }

    Places with(String section) {
        return new Places(lake, audio, section);
    }
}
