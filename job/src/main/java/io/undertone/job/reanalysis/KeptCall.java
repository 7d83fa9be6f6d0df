package io.undertone.job.reanalysis;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.moods.WindowFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a call as it was gathered, before anybody was asked about it: no words. A POJO: it waits in checkpoints for its file. */
public class KeptCall implements Keyed {
    public EndedCallFacts ended = new EndedCallFacts();
    /** Where its header lies; nothing of that is kept. */
    public @Nullable RecordOrigin origin;
    /** In the order in which they were said. */
    public List<UtteranceFacts> utterances = new ArrayList<>();
    /** Those emotion windows that may be kept. */
    public List<WindowFacts> windows = new ArrayList<>();
    /** False when utterances were missing after all patience. */
    public boolean complete;

    public KeptCall() {}

    @Override
    public String key() {
        return ended.id.key();
    }

    @Override
    public @Nullable RecordOrigin origin() {
        return origin;
    }
}
