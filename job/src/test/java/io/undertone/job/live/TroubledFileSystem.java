package io.undertone.job.live;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;

/**
 * A store in trouble: under {@code troubled:///stuck} it never answers, under {@code troubled:///down} it can't be read, in a directory
 * with a file {@code trouble} it can't until that is gone, beside a file {@code recovers} it works, elsewhere it has a bug. Flink finds it by its scheme.
 */
public final class TroubledFileSystem extends LocalFileSystem implements FileSystemFactory {
    @Override
    public String getScheme() {
        return "troubled";
    }

    @Override
    public FileSystem create(URI uri) {
        return this;
    }

    @Override
    public FSDataInputStream open(Path path) throws IOException {
        if (path.getPath().startsWith("/down")) {
            throw new IOException("this store is down");
        }
        if (isRecovering(path)) {
            return super.open(path);
        }
        throw trouble(path);
    }

    @Override
    public FSDataOutputStream create(Path path, FileSystem.WriteMode mode) throws IOException {
        if (isRecovering(path)) {
            return super.create(path, mode);
        }
        throw trouble(path);
    }

    /** A file {@code recovers} marks the directory; while {@code trouble} lies there too, the store is down. */
    private static boolean isRecovering(Path path) throws IOException {
        var file = java.nio.file.Path.of(path.getPath());
        if (Files.exists(file.resolveSibling("trouble"))) {
            throw new IOException("this store is down for a while");
        }
        return Files.exists(file.resolveSibling("recovers"));
    }

    private static IOException trouble(Path path) throws IOException {
        if (!path.getPath().startsWith("/stuck")) {
            throw new IllegalStateException("a bug of this store");
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            return (IOException) new InterruptedIOException("given up").initCause(e);
        }
        throw new AssertionError("nobody counts down");
    }
}
