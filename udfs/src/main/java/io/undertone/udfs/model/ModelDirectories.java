package io.undertone.udfs.model;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * Where this machine has its models; what a job ships instead of them.
 *
 * @param directory of cards, and of weights that the project adapted
 * @param cache of fetched packages
 */
public record ModelDirectories(String directory, String cache) implements Serializable {
    /** The models there. */
    public ModelStore store(RemoteFiles remote) {
        return new ModelStore(Path.of(directory), Path.of(cache), remote);
    }
}
