package io.undertone.job.runtime;

import io.undertone.udfs.call.RecordOrigin;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one Kafka record, or what was wrong with it: nothing is lost on the way in. Its kinds are flat, because a sealed
 * type would fall to Kryo. A POJO.
 */
public abstract class ReadRecord implements Keyed {
    public RecordOrigin origin = new RecordOrigin();
    /** Reason code of a record that cannot be used at all. */
    public @Nullable String unusable;

    public String detail = "";

    @Override
    public RecordOrigin origin() {
        return origin;
    }

    /** Which frame it is; null where it is none. */
    public Rejected.@Nullable RecordPlace place() {
        return null;
    }
}
