package io.undertone.job.runtime;

import io.undertone.udfs.model.RemoteFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Whatever file systems this Flink has: S3, HDFS and others by plug-in. */
public final class FlinkFiles implements RemoteFiles {
    @Override
    public InputStream open(URI uri) throws IOException {
        return FileSystem.get(uri).open(new Path(uri));
    }
}
