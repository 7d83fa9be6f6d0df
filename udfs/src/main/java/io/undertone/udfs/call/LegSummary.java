package io.undertone.udfs.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One leg of a call that has ended; each stage fills in what it knows. A POJO: it is part of checkpointed requests. */
public class LegSummary {
    public String legId = "";
    public int streams;
    /** As received. */
    public int sampleRateHz;

    public int bitDepth;
    public int utterances;
    /** Records of them in topic utterances: one each, and one for every later version. */
    public int utteranceRecords;
    public long speechSamples;
    /** Gated loudness of its speech; null without. */
    public @Nullable Double speechLufs;
    /** Played, 8 kHz; with none, the levels say nothing. */
    public long samples;
    /** Linear, full scale = 1. */
    public double rms;

    public double rmsDbfs;
    public double peakDbfs;
    /** Full scale = 1. */
    public double meanAbsolute;
    /** Crossings per sample. */
    public double zeroCrossingRate;

    /** In the order of their numbers; empty where nobody's voice was compared. */
    public List<VoiceFacts> voices = new ArrayList<>();
    /** Null where the leg names no speaker. */
    public @Nullable VerificationFacts verification;
    /** The leg of which this one repeats the signal; null for a signal of its own. */
    public @Nullable String sameSignalAs;

    public LegSummary() {}

    static LegSummary of(LegState leg) {
        var summary = new LegSummary();
        summary.legId = leg.legId;
        summary.streams = leg.streams;
        summary.sampleRateHz = leg.sampleRateHz;
        summary.bitDepth = leg.bitDepth;
        return summary;
    }
}
