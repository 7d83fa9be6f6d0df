package io.undertone.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was sent. */
class CollectingSink implements RecordSink {
    record Sent(String key, byte[] value) {}

    final List<Sent> sent = new ArrayList<>();
    int flushedAt = -1;
    boolean closed;

    @Override
    public void send(byte[] key, byte[] value) {
        sent.add(new Sent(new String(key, StandardCharsets.UTF_8), value));
    }

    @Override
    public void flush() throws IOException {
        flushedAt = sent.size();
    }

    @Override
    public void close() {
        closed = true;
    }
}
