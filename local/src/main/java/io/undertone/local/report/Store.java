package io.undertone.local.report;

import java.io.Closeable;
import java.io.IOException;

/** A place where ended calls are written to. */
public interface Store extends Closeable {
    /** As a reader of messages knows it. */
    String name();

    /** What it holds now. */
    StoreCounts counts() throws IOException;

    @Override
    void close() throws IOException;
}
