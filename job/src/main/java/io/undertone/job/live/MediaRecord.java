package io.undertone.job.live;

import io.undertone.job.runtime.ReadRecord;
import io.undertone.job.runtime.Rejected.RecordPlace;
import io.undertone.job.runtime.Seldom;
import io.undertone.udfs.call.CallSignal;
import io.undertone.udfs.call.MediaFrame;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/** One record of {@code call-media} or {@code call-updates}: a frame, a signal, or what was wrong with it. */
public class MediaRecord extends ReadRecord {
    public String tenantId = "";
    public String callId = "";

    @TypeInfo(Seldom.class)
    public @Nullable MediaFrame frame;

    @TypeInfo(Seldom.class)
    public @Nullable CallSignal signal;

    public MediaRecord() {}

    @Override
    public String key() {
        return tenantId + "|" + callId;
    }

    @Override
    public @Nullable RecordPlace place() {
        return frame == null ? null : new RecordPlace(frame.legId, frame.streamId, frame.sequence);
    }
}
