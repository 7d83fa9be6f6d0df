package io.undertone.job.runtime;

import org.apache.flink.streaming.api.datastream.DataStream;

/** Where a stream leaves the graph. Handed in, so that tests and the local run choose their own. */
@FunctionalInterface
public interface Outlet<T> {
    /** Connects the stream. */
    void take(DataStream<T> stream);
}
