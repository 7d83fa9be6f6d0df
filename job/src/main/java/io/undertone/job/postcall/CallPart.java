package io.undertone.job.postcall;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.speech.UtteranceFacts;
import org.jspecify.annotations.Nullable;

/** One record of {@code utterances} or {@code ended-calls}, or what was wrong with it. Flat: a sealed type would fall to Kryo. */
public class CallPart implements Keyed {
    public CallId id = new CallId();
    public RecordOrigin origin = new RecordOrigin();
    public @Nullable UtteranceFacts utterance;
    public @Nullable EndedCallFacts ended;
    /** Reason code of a record that cannot be used. */
    public @Nullable String unusable;

    public String detail = "";

    public CallPart() {}

    @Override
    public RecordOrigin origin() {
        return origin;
    }

    /** Each part of a call is gathered by itself. */
    @Override
    public String key() {
        return id.key() + "|" + id.partKey();
    }
}
