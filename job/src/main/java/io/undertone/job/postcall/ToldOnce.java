package io.undertone.job.postcall;

import io.undertone.job.runtime.ReadRecord;
import io.undertone.udfs.call.CallId;

/** A record about a part of a call that says something which is to be written once, however often it is told. */
public abstract class ToldOnce extends ReadRecord {
    public CallId id = new CallId();

    /** The same in all repeats, and in no other record of the part. */
    abstract String name();

    @Override
    public String key() {
        return id.key() + "|" + id.partKey();
    }
}
