package io.undertone.udfs.words;

import org.jspecify.annotations.Nullable;

/** A word that was heard. A POJO: it is checkpointed. */
public class Word {
    /** Seconds. */
    public double begin;

    public double end;
    public String text = "";
    /** How sure the transcriber is; null where it does not say. */
    public @Nullable Double probability;

    public Word() {}

    public Word(double begin, double end, String text, @Nullable Double probability) {
        this.begin = begin;
        this.end = end;
        this.text = text;
        this.probability = probability;
    }
}
