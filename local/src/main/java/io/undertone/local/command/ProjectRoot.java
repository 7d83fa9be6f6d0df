package io.undertone.local.command;

import java.nio.file.Path;

/** Where Undertone stands: the launcher says so; a jar run by hand is taken to run there. */
public final class ProjectRoot {
    private ProjectRoot() {}

    public static Path path() {
        return Path.of(System.getProperty("undertone.root", "")).toAbsolutePath();
    }
}
