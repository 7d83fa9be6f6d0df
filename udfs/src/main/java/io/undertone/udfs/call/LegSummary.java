package io.undertone.udfs.call;

import io.undertone.udfs.loudness.SpectralMeans;
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
    /** At the rate as received; null where no 32 ms were received without a gap. */
    public @Nullable SpectralMeans spectrum;

    /** In the order of their numbers; empty where nobody's voice was compared. */
    public List<VoiceFacts> voices = new ArrayList<>();
    /** Null where the leg names no speaker. */
    public @Nullable VerificationFacts verification;
    /** The leg of which this one repeats the signal; null for a signal of its own. */
    public @Nullable String sameSignalAs;

    /** Emotion windows of the leg: they were numbered from 1 to this. */
    public int emotionWindows;
    /** Why what was read of the leg's moods must not be kept; null where it may. */
    public @Nullable Withdrawal emotionWithdrawn;
    /** Of each whose mood was read; empty where none was, or it was withdrawn. */
    public List<SpeakerMood> moods = new ArrayList<>();

    public LegSummary() {}

    /** The voice that stands for this number now: another one's, if it turned out to be that; null if there is none. */
    public @Nullable VoiceFacts voice(int number) {
        int sought = number;
        for (int step = 0; step <= voices.size(); step++) {
            VoiceFacts found = numbered(sought);
            if (found == null || found.sameAs == found.number) {
                return found;
            }
            sought = found.sameAs;
        }
        return null; // they refer to each other in a circle
    }

    private @Nullable VoiceFacts numbered(int number) {
        for (VoiceFacts voice : voices) {
            if (voice.number == number) {
                return voice;
            }
        }
        return null;
    }

    static LegSummary of(LegState leg) {
        var summary = new LegSummary();
        summary.legId = leg.legId;
        summary.streams = leg.streams;
        summary.sampleRateHz = leg.sampleRateHz;
        summary.bitDepth = leg.bitDepth;
        summary.spectrum = SpectralMeans.of(leg.spectrum);
        return summary;
    }
}
