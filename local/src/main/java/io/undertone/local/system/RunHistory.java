package io.undertone.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers in {@code .undertone/last} of the project's root which run is the newest, wherever it lies. */
public final class RunHistory {
    private final Path home;

    public RunHistory(Path projectRoot) {
        this.home = projectRoot.resolve(".undertone");
    }

    /** Where runs go unless told otherwise. */
    public Path home() {
        return home;
    }

    public void remember(RunDirectory run) throws IOException {
        Files.createDirectories(home);
        Files.writeString(last(), run.path() + System.lineSeparator());
    }

    /** The newest run, unless there is none or somebody has deleted it. */
    public Optional<RunDirectory> newest() throws IOException {
        if (!Files.exists(last())) {
            return Optional.empty();
        }
        return Optional.of(new RunDirectory(Path.of(Files.readString(last()).strip())))
                .filter(run -> Files.isDirectory(run.path()));
    }

    private Path last() {
        return home.resolve("last");
    }
}
