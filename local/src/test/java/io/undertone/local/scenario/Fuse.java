package io.undertone.local.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.MapFunction;

/** Throws at the next element when its file exists, once: the file is gone then. */
final class Fuse<T> implements MapFunction<T, T> {
    private static final long serialVersionUID = 1;

    private final String file;

    Fuse(Path file) {
        this.file = file.toString();
    }

    @Override
    public T map(T element) throws IOException {
        if (Files.deleteIfExists(Path.of(file))) {
            throw new IllegalStateException("a failure that the scenario asked for");
        }
        return element;
    }
}
