package io.undertone.local.scenario;

import java.net.URI;
import java.nio.file.Path;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;

/** The local file system under {@code stalling:}, which waits before a file is created while {@code shut} stands beside it. */
public final class StallingFileSystemFactory implements FileSystemFactory {
    static final String SCHEME = "stalling";

    public StallingFileSystemFactory() {}

    /** The file that makes writes below {@code directory} wait. */
    static Path valve(Path directory) {
        return directory.resolve("shut");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileSystem create(URI uri) {
        return new StallingFileSystem();
    }
}
