package io.undertone.job.postcall;

import io.undertone.job.runtime.ReadRecord;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.moods.WindowFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import org.jspecify.annotations.Nullable;

/** One record of {@code utterances} or {@code ended-calls}, one window of {@code call-insights}, or what was wrong with it. */
public class CallPart extends ReadRecord {
    public CallId id = new CallId();
    public @Nullable UtteranceFacts utterance;
    public @Nullable EndedCallFacts ended;
    public @Nullable WindowFacts window;

    public CallPart() {}

    /** Each part of a call is gathered by itself. */
    @Override
    public String key() {
        return id.key() + "|" + id.partKey();
    }
}
