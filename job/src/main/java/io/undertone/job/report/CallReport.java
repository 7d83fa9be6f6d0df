package io.undertone.job.report;

import io.undertone.job.runtime.Keyed;
import io.undertone.schema.Call;
import io.undertone.schema.Utterance;
import io.undertone.udfs.call.RecordOrigin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one part of a call on their way to the tables. A POJO: it waits in state for what was asked about it. */
public class CallReport implements Keyed {
    /** Of the part of the call and its revision. */
    public String key = "";

    public @Nullable RecordOrigin origin;
    public Call call = new Call();
    /** In the order in which they were said. */
    public List<Utterance> utterances = new ArrayList<>();
    /** Whether audio was kept, so that it could be transcribed. */
    public boolean recorded;
    /** Packs of its audio that are to be answered for, then parts of its dialogue. */
    public int asked;

    public CallReport() {}

    @Override
    public String key() {
        return key;
    }

    @Override
    public @Nullable RecordOrigin origin() {
        return origin;
    }
}
