package io.undertone.gateway;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a watch. */
final class WatchOptions {
    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = {
                "Instead of --call: publishes each recording that is put into this folder, once, until Ctrl-C. One is",
                "complete when it has not changed for 3 s. NAME_agent and NAME_customer (or _caller) are the legs of",
                "one call, two channels are customer and agent, one is both. The id of a call is its name and 12 digits",
                "of its content's SHA-256; it ended when its file was last written. As fast as the broker takes it,",
                "unless --speed is given."
            })
    @Nullable
    Path folder;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Where a watch notes what has been published (default: DIR.published, beside the folder).")
    @Nullable
    Path journal;

    /** The journal of a watch over {@code folder}. */
    Path journalOf(Path watched) {
        if (journal != null) {
            return journal;
        }
        Path whole = watched.toAbsolutePath().normalize();
        Path name = whole.getFileName();
        if (name == null) {
            throw new IllegalArgumentException("%s has nothing beside it: name the --journal".formatted(whole));
        }
        return whole.resolveSibling(name + ".published");
    }
}
