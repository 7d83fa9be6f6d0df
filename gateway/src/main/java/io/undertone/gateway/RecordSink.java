package io.undertone.gateway;

import java.io.IOException;

/** Where published records go, in order. Not for several threads. */
public interface RecordSink extends AutoCloseable {
    /** Takes a record; an IOException says that this one or an earlier one could not be handed over. */
    void send(byte[] key, byte[] value) throws IOException;

    /** Returns when every record has been handed over. */
    void flush() throws IOException;

    @Override
    void close();
}
