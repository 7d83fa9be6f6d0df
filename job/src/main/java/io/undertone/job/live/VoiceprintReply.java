package io.undertone.job.live;

import io.undertone.job.runtime.ReadRecord;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.tracking.Voiceprint;
import org.jspecify.annotations.Nullable;

/** One record of {@code voiceprint-answers}, or what was wrong with it. A POJO. */
public class VoiceprintReply extends ReadRecord {
    public CallId id = new CallId();
    public @Nullable Voiceprint voiceprint;

    public VoiceprintReply() {}

    @Override
    public String key() {
        return id.key();
    }

    /** As an item of the call that asked. */
    CallProduct product() {
        var product = new CallProduct();
        product.id = id;
        product.origin = origin;
        product.voiceprint = voiceprint;
        return product;
    }
}
