package io.undertone.udfs.call;

import java.util.ArrayList;
import java.util.List;

/** What is remembered of one stream between records. A POJO: keyed state. */
public class StreamState {
    /** Sequences below {@link #next} that are remembered as seen, one bit each. */
    public static final int MEMORY = 4_096;

    public String streamId = "";
    /** Lowest sequence without a fate yet. */
    public long next;
    /** Stream offset behind the last stretch that was handed on, in the stream's own samples. */
    public long nextOffset;

    public int sampleRateHz;
    /** Wall clock of offset 0, microseconds since 1970, by the first record. */
    public long anchorMicros;
    /** Position of offset 0 on the call's timeline, 8 kHz samples. */
    public long anchorPosition;
    /** The first record in order has come: rate and anchors mean something. */
    public boolean anchored;
    /** Of the last record, in samples: what a missing one at the very end is taken to have lasted. */
    public int usualDuration;

    /** Wall clock behind the last record that was handed on, microseconds since 1970; before it, behind which the stream begins. */
    public long heardMicros;

    public boolean ended;
    public long[] seen = new long[MEMORY / Long.SIZE];
    /** Later than {@link #next}, by sequence, waiting for what is missing. */
    public List<MediaFrame> held = new ArrayList<>();

    public StreamState() {}
}
