package io.undertone.udfs.words;

import org.jspecify.annotations.Nullable;

/** What a transcriber heard in one go, and how it judges that itself. A POJO: it is checkpointed. */
public class Segment {
    /** Seconds in the pack. */
    public double begin;

    public double end;
    public String text = "";
    public @Nullable Double noSpeechProbability;
    /** Natural logarithm, mean over the tokens. */
    public @Nullable Double meanLogProbability;
    /** Bytes of the text over bytes of it when compressed. */
    public @Nullable Double compressionRatio;

    public Segment() {}

    public Segment(double begin, double end, String text) {
        this.begin = begin;
        this.end = end;
        this.text = text;
    }
}
