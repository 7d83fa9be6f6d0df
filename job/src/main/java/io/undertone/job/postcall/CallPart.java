package io.undertone.job.postcall;

import io.undertone.job.reanalysis.KeptCall;
import io.undertone.job.runtime.ReadRecord;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.moods.WindowFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import org.jspecify.annotations.Nullable;

/**
 * One record of {@code utterances} or {@code ended-calls}, one window of {@code call-insights}, a whole call that was kept and is to
 * be analysed once more, or what was wrong with it.
 */
public class CallPart extends ReadRecord {
    public CallId id = new CallId();
    public @Nullable UtteranceFacts utterance;
    public @Nullable EndedCallFacts ended;
    public @Nullable WindowFacts window;
    public @Nullable KeptCall kept;
    /** Of the rows that are to be written of it: 0 but for what was kept. */
    public int revision;

    public CallPart() {}

    /** Each part of a call is gathered by itself, and so is each revision of it. */
    @Override
    public String key() {
        String part = id.key() + "|" + id.partKey();
        return revision == 0 ? part : part + "|" + revision;
    }
}
