package io.undertone.job.live;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.call.CallSignal;
import io.undertone.udfs.call.MediaFrame;
import io.undertone.udfs.call.RecordOrigin;
import org.jspecify.annotations.Nullable;

/**
 * One record of {@code call-media} or {@code call-updates}: a frame, a signal, or what was wrong with it. Flat, because a sealed
 * type would fall to Kryo.
 */
public class MediaRecord implements Keyed {
    public String tenantId = "";
    public String callId = "";
    public RecordOrigin origin = new RecordOrigin();
    public @Nullable MediaFrame frame;
    public @Nullable CallSignal signal;
    /** Reason code of a record that cannot be used at all. */
    public @Nullable String unusable;

    public String detail = "";

    public MediaRecord() {}

    @Override
    public RecordOrigin origin() {
        return origin;
    }

    @Override
    public String key() {
        return tenantId + "|" + callId;
    }
}
