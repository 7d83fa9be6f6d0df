package io.undertone.udfs.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Opens what lies in an object store. */
@FunctionalInterface
public interface RemoteFiles {
    InputStream open(URI uri) throws IOException;

    /** Only local files. */
    RemoteFiles NONE = uri -> {
        throw new IOException("nothing here opens " + uri.getScheme() + " addresses");
    };
}
