package io.undertone.job.reanalysis;

import io.undertone.job.runtime.ReadRecord;
import io.undertone.udfs.call.CallId;

/** One record of {@code reanalysis-requests}, or what was wrong with it. */
public class Reanalysis extends ReadRecord {
    public CallId id = new CallId();
    /** Of the rows that are to be written. */
    public int revision;

    public Reanalysis() {}

    @Override
    public String key() {
        return id.key();
    }
}
