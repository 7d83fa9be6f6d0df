package io.undertone.udfs.evaluation;

import io.undertone.udfs.inference.Window;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** What of a set of recordings is compared, by whether it has several of one speaker. */
public enum Comparison {
    /** Recordings with each other: each as a whole, and three seconds from its middle. */
    RECORDINGS,
    /** Stretches of single recordings: halves, and pieces of three seconds. Of one session each, so optimistic. */
    STRETCHES;

    /** Stretches only where no speaker has two recordings. */
    public static Comparison of(Collection<String> speakers) {
        return new HashSet<>(speakers).size() < speakers.size() ? RECORDINGS : STRETCHES;
    }

    /** What is embedded as long speech. */
    public List<Window> longCuts(float[] samples) {
        return this == RECORDINGS ? List.of(Window.of(samples)) : Cuts.halves(samples);
    }

    /** What is embedded as three seconds of speech. */
    public List<Window> shortCuts(float[] samples) {
        return this == RECORDINGS ? List.of(Cuts.middle(samples)) : Cuts.pieces(samples);
    }
}
