package io.undertone.local.scenario;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.util.Objects;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.jspecify.annotations.Nullable;

/** See {@link StallingFileSystemFactory}. A file's valve stands in the nearest directory above it that has one. */
final class StallingFileSystem extends LocalFileSystem {
    @Override
    public FSDataOutputStream create(Path path, WriteMode mode) throws IOException {
        var file = java.nio.file.Path.of(path.toUri().getPath());
        java.nio.file.@Nullable Path valve = valveAbove(file);
        try {
            if (valve != null) {
                Valve.waitWhileShut(valve);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("cancelled while writing").initCause(e);
        }
        return super.create(new Path(file.toUri()), mode);
    }

    private static java.nio.file.@Nullable Path valveAbove(java.nio.file.Path file) {
        for (var at = file.getParent(); at != null; at = at.getParent()) {
            var valve = StallingFileSystemFactory.valve(Objects.requireNonNull(at));
            if (Files.exists(valve)) {
                return valve;
            }
        }
        return null;
    }
}
