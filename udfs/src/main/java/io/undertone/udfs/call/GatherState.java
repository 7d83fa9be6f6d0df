package io.undertone.udfs.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far one part of a call has been gathered. A POJO: keyed state; the utterances lie beside it. */
public class GatherState {
    /** Arrival of the first record, milliseconds. */
    public long firstMillis;
    /** Null until the header came. */
    public @Nullable EndedCallFacts ended;

    public @Nullable RecordOrigin endedOrigin;
    public long endedMillis;
    /** Different utterances that came. */
    public int utterances;
    /** When the call was handed on; 0 before. From then on repeats are dropped. */
    public long doneMillis;
    /** It was handed on with utterances missing. */
    public boolean partial;
    /** Names of the utterances with which it was handed on, and of those that came too late, if it was partial: none of them is new. */
    public List<String> known = new ArrayList<>();

    public GatherState() {}
}
